import { specimens as catalogue } from '../support/view-models/catalogue.ts'
import { specimens as reviews } from '../support/view-models/reviews.ts'
import { specimens as shared } from '../support/view-models/shared.ts'
import { soundPages } from './sound-pages.ts'

soundPages('every page of the catalogue and its reviews, and every piece that pages share', [
  ...shared,
  ...catalogue,
  ...reviews,
])
