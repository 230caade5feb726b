import { soundPages } from '../look/sound-pages.ts'
import { specimens } from '../look/specimens.ts'
import { specimens as customers } from '../support/view-models/customers.ts'
import { specimens as identity } from '../support/view-models/identity.ts'

const admin = specimens.filter(({ address }) => address.startsWith('/admin'))

soundPages('every page about accounts and every screen of the back office', [
  ...identity,
  ...customers,
  ...admin,
])
