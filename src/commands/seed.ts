import { openMediaStore } from '../media/index.ts'
import { closeDatabase } from '../platform/database.ts'
import { recountShelves, recountWords } from '../search/index.ts'
import { hashOfFolder, isSeeded, markSeeded } from './seed-marks.ts'

const media = openMediaStore()
const fingerprint = await hashOfFolder(new URL('./demo/', import.meta.url))
try {
  if (await isSeeded(fingerprint, media)) console.log('The demo shop is there already.')
  else await seed()
} finally {
  await closeDatabase()
}

/** The goods and their drawings are loaded only where they are needed, for that takes its time. */
async function seed(): Promise<void> {
  const { demoCategories, demoProducts, demoReviews, heroDrawing } = await import('./demo/catalogue.ts')
  const { demoDelivery, demoTaxRates } = await import('./demo/delivery-and-tax.ts')
  const { seedShop } = await import('./seed-shop.ts')
  const goods = { categories: demoCategories, products: demoProducts, reviews: demoReviews, heroDrawing }
  await seedShop({ ...goods, delivery: demoDelivery, taxRates: demoTaxRates }, media)
  await recountShelves()
  await recountWords()
  await markSeeded(fingerprint, media)
  console.log(
    `The demo shop is there: ${demoProducts.length} products in ${demoCategories.length} categories.`,
  )
}
