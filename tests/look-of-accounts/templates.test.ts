import { soundPages } from '../look/sound-pages.ts'
import { specimens as admin } from '../support/view-models/admin.ts'
import { specimens as customers } from '../support/view-models/customers.ts'
import { specimens as identity } from '../support/view-models/identity.ts'

soundPages('every page about accounts and every screen of the back office', [
  ...identity,
  ...customers,
  ...admin,
])
