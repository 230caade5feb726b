import { specimens as catalogue } from '../support/view-models/catalogue.ts'
import { specimens as recommendations } from '../support/view-models/recommendations.ts'
import { specimens as reviews } from '../support/view-models/reviews.ts'
import { specimens as shared } from '../support/view-models/shared.ts'
import { soundPages } from './sound-pages.ts'

soundPages('every page of the catalogue, its reviews and suggestions, and every piece that pages share', [
  ...shared,
  ...catalogue,
  ...reviews,
  ...recommendations,
])
