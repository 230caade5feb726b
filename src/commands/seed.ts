import { parseArgs } from 'node:util'
import { openMediaStore } from '../media/index.ts'
import { closeDatabase } from '../platform/database.ts'
import { recountShelves, recountWords } from '../search/index.ts'
import { hashOfFolder, isSeeded, markSeeded } from './seed-marks.ts'

const usage = `Usage: npm run seed [-- --products NUMBER]

  --products  puts so many made-up products beside the demo shop's own, for measuring: at most 1000000`

const MOST_PRODUCTS = 1_000_000
const media = openMediaStore()
const more = readMore()
if (more === undefined) {
  console.error(usage)
  process.exitCode = 1
} else
  try {
    await seedDemo()
    if (more > 0) await seedMore(more)
  } finally {
    await closeDatabase()
  }

/** How many made-up products are asked for; undefined for what makes no sense. */
function readMore(): number | undefined {
  try {
    const { values } = parseArgs({ options: { products: { type: 'string', default: '0' } } })
    const count = /^\d{1,7}$/.test(values.products) ? Number(values.products) : undefined
    return count !== undefined && count <= MOST_PRODUCTS ? count : undefined
  } catch {
    return undefined
  }
}

async function seedDemo(): Promise<void> {
  const fingerprint = await hashOfFolder(new URL('./demo/', import.meta.url))
  if (await isSeeded(fingerprint, media)) console.log('The demo shop is there already.')
  else await seed(fingerprint)
}

/** The goods and their drawings are loaded only where they are needed, for that takes its time. */
async function seed(fingerprint: string): Promise<void> {
  const { demoCategories, demoProducts, demoReviews, demoSynonyms, heroDrawing } = await import(
    './demo/catalogue.ts'
  )
  const { demoGiftCards } = await import('./demo/gift-cards.ts')
  const { demoPromotions, demoRules } = await import('./demo/pricing-rules.ts')
  const { demoVisits } = await import('./demo/visits.ts')
  const { seedShop } = await import('./seed-shop.ts')
  const goods = {
    categories: demoCategories,
    products: demoProducts,
    reviews: demoReviews,
    synonyms: demoSynonyms,
    heroDrawing,
    visits: demoVisits(),
  }
  await seedShop({ ...goods, rules: demoRules, promotions: demoPromotions, giftCards: demoGiftCards }, media)
  await recountShelves()
  await recountWords()
  await markSeeded(fingerprint, media)
  console.log(
    `The demo shop is there: ${demoProducts.length} products in ${demoCategories.length} categories.`,
  )
}

async function seedMore(count: number): Promise<void> {
  const { seedMultitude } = await import('./multitude/seed-multitude.ts')
  const { added } = await seedMultitude(count)
  await recountShelves()
  await recountWords()
  console.log(`${count} made-up products are there, ${added} of them new.`)
}
