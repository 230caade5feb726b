import { categories } from './categories.ts'
import type { DemoCategory, DemoProduct } from './goods.ts'
import { desk } from './products/desk.ts'
import { garden } from './products/garden.ts'
import { kitchen } from './products/kitchen.ts'
import { lighting } from './products/lighting.ts'
import { storage } from './products/storage.ts'
import { textiles } from './products/textiles.ts'
import { hero } from './scenes/families.ts'

export const demoCategories: DemoCategory[] = categories

export const demoProducts: DemoProduct[] = [
  ...kitchen,
  ...lighting,
  ...textiles,
  ...storage,
  ...desk,
  ...garden,
]

/** The still life of the home page: a complete SVG, 1600 × 1000, calm in its left third. */
export const heroDrawing = (): string => hero()
