import { randomUUID } from 'node:crypto'
import { findVariant, saveCategory, saveProduct } from '../../src/catalogue/index.ts'
import { setStock } from '../../src/inventory/index.ts'
import { row, transaction } from '../../src/platform/database.ts'
import { savePromotion, saveRules } from '../../src/pricing/index.ts'
import { inEnglish } from '../support/reviewing.ts'
import { type Good, goods, SHOPPERS, type Voucher } from './books.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

/** Delivery in Germany costs 3.90, or nothing from 80.00; prices contain their tax. Once for all worlds. */
export async function openCountry(): Promise<void> {
  const way = { code: 'standard', position: 1, name: { en: 'Standard' } }
  const rate = {
    zone: 'home',
    currency: 'EUR' as const,
    amount: 390,
    freeFrom: 8_000,
    daysFrom: 1,
    daysTo: 2,
  }
  await transaction((tx) =>
    saveRules(tx, {
      markets: [{ code: 'home', name: { en: 'Home' }, taxIncluded: true, countries: ['DE'] }],
      taxRates: [{ country: 'DE', taxClass: 'standard', rate: 190_000 }],
      zones: [{ code: 'home', name: { en: 'Home' }, places: [{ country: 'DE' }] }],
      delivery: [{ ...way, rates: [rate] }],
    }),
  )
}

/** A shop of its own in a shop that others use too: its goods, vouchers and shoppers are known to nobody else. */
export async function openWorld() {
  const mark = randomUUID().slice(0, 8).toUpperCase()
  const codeOf = (voucher: Voucher) => `${voucher}-${mark}`
  const variants = await transaction(async (tx) => {
    const category = await saveCategory({ slug: 'all', name: { en: 'All' } }, tx)
    const opened: [Good, number][] = []
    for (const good of goods) {
      const sku = `${mark}-${good.name}`
      const saved = await saveProduct(draftOf(sku, good.price, category.id), tx)
      if (saved.refused) throw new Error(saved.refused)
      const [variant] = saved.variants
      await setStock(tx, { variantId: variant!.id, onHand: good.stock, reason: 'opening', actor: 'test' })
      opened.push([good.name, variant!.id])
    }
    const name = { en: 'Less' }
    await savePromotion(tx, { name, code: codeOf('TENTH'), kind: 'percentage', share: 100_000 })
    await savePromotion(tx, {
      name,
      code: codeOf('TWICE'),
      kind: 'amount',
      amounts: { EUR: 500 },
      limitInAll: 2,
    })
    await savePromotion(tx, {
      name,
      code: codeOf('QUARTER'),
      kind: 'percentage',
      share: 250_000,
      limitEach: 1,
    })
    return new Map(opened)
  })
  const shoppers = SHOPPERS.map((index) => ({
    owner: { visitorId: randomUUID() },
    email: `${mark}-${index}@example.com`,
  }))
  const visitorIds = shoppers.map(({ owner }) => owner.visitorId)
  return {
    shoppers,
    visitorIds,
    codeOf,
    variantIds: [...variants.values()],
    variantId: (good: Good) => variants.get(good)!,
    async variant(good: Good) {
      return (await findVariant({ sku: `${mark}-${good}`, optionValueIds: [] }, inEnglish))!
    },
    /** The orders are known by how many came before them. */
    async order(index: number) {
      const found = await row<{
        id: number
        number: string
        total: number
        basketId: number
        visitorId: string
      }>(
        `select id, number, total, basket_id as "basketId", visitor_id as "visitorId" from orders.orders
         where visitor_id = any($visitorIds::uuid[]) order by id offset $index limit 1`,
        { visitorIds, index },
      )
      return found!
    },
  }
}

function draftOf(sku: string, euros: number, categoryId: number) {
  return {
    slug: sku.toLowerCase(),
    categoryId,
    title: { en: sku },
    summary: { en: '' },
    description: { en: '' },
    published: true,
    options: [],
    pictures: [],
    variants: [{ sku, weightGrams: 100, values: [], prices: [{ currency: 'EUR' as const, amount: euros }] }],
  }
}
