import { categories } from './categories.ts'
import type { DemoCategory, DemoProduct } from './goods.ts'
import { desk } from './products/desk.ts'
import { garden } from './products/garden.ts'
import { kitchen } from './products/kitchen.ts'
import { lighting } from './products/lighting.ts'
import { storage } from './products/storage.ts'
import { textiles } from './products/textiles.ts'
import { house } from './reviews/house.ts'
import { kitchen as kitchenReviews } from './reviews/kitchen.ts'
import type { DemoReviews } from './reviews/said.ts'
import { hero } from './scenes/families.ts'
import { synonyms } from './synonyms.ts'

export const demoCategories: DemoCategory[] = categories

export const demoSynonyms = synonyms

export const demoProducts: DemoProduct[] = [
  ...kitchen,
  ...lighting,
  ...textiles,
  ...storage,
  ...desk,
  ...garden,
]

/** What is said of some of them, well and less well. */
export const demoReviews: DemoReviews = { ...kitchenReviews, ...house }

/** The still life of the home page: a complete SVG, 1600 × 1000, calm in its left third. */
export const heroDrawing = (): string => hero()
