import { listProducts, saveCategory, saveProduct } from '../../src/catalogue/index.ts'
import { demoPromotions, demoRules } from '../../src/commands/demo/pricing-rules.ts'
import { setStock } from '../../src/inventory/index.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import { savePromotion, saveRules } from '../../src/pricing/index.ts'

interface SmallProduct {
  sku: string
  slug: string
  title: string
  euros: number
  stock: number
}

/** The small shop that the tests know by name. */
export const products = {
  mug: { sku: 'MUG-OAT', slug: 'oat-mug', title: 'Oat mug', euros: 2400, stock: 480 },
  bowl: { sku: 'BOWL-MOSS', slug: 'moss-bowl', title: 'Moss bowl', euros: 3150, stock: 20 },
  lastLamp: { sku: 'LAMP-LAST', slug: 'last-lamp', title: 'Last lamp', euros: 14900, stock: 1 },
  goneBowl: { sku: 'BOWL-GONE', slug: 'gone-bowl', title: 'Gone bowl', euros: 4200, stock: 0 },
} satisfies Record<string, SmallProduct>

export type ProductName = keyof typeof products

const ids = new Map<string, number>()

/** The id of a variant in this test's database. */
export function variantId(product: { sku: string }): number {
  return ids.get(product.sku)!
}

/** Opens the small shop: nothing sold yet, everything in stock as above. Call it before each test. */
export async function openShop(): Promise<void> {
  await rows(`truncate basket.baskets, basket.basket_lines, basket.additions, basket.basket_vouchers, checkout.checkouts, orders.orders,
    orders.order_lines, orders.order_events, orders.shipments, orders.shipment_lines, orders.returns, orders.return_lines,
    orders.order_refunds, orders.refund_lines, payments.payments, payments.payment_events, payments.webhook_events,
    payments.refunds, payments.transfers, payments.disputes, payments.dispute_events, payments.discrepancies, payments.settled,
    inventory.stock_levels, inventory.stock_movements, inventory.stock_holds,
    inventory.stock_hold_parts, inventory.location_levels, alerts.alerts, notifications.mails, notifications.sent_again, notifications.unreachable,
    pricing.voucher_redemptions, pricing.voucher_codes, pricing.promotions, reviews.reviews, reviews.review_events, reviews.tallies,
    invoicing.invoices, invoicing.series, orders.sent_links,
    basket.basket_cards, credit.accounts, credit.transfers, basket.saved_lines, basket.shared_baskets,
    identity.customers, identity.sign_ins, identity.email_changes, customers.addresses, customers.wishes,
    customers.shared_wishes, customers.consents, customers.notes, admin.audit, recommendations.visits, recommendations.events, recommendations.dismissals`)
  await transaction(async (tx) => {
    const category = await saveCategory({ slug: 'kitchen', name: { en: 'Kitchen', de: 'Küche' } }, tx)
    for (const product of Object.values(products)) {
      const saved = await saveProduct(draftOf(product, category.id), tx)
      if (saved.refused) throw new Error(`${product.sku} was refused`)
      ids.set(product.sku, saved.variants[0]!.id)
      await setStock(tx, {
        variantId: saved.variants[0]!.id,
        onHand: product.stock,
        reason: 'opening',
        actor: 'test',
      })
      await listProducts([saved.id], tx)
    }
    await saveRules(tx, demoRules)
    for (const promotion of demoPromotions) if (promotion.code) await savePromotion(tx, promotion)
  })
  await rows('delete from graphile_worker._private_jobs')
}

function draftOf(product: SmallProduct, categoryId: number) {
  return {
    slug: product.slug,
    categoryId,
    brand: 'Test pottery',
    title: { en: product.title, de: `${product.title} (de)` },
    summary: { en: 'For tests.' },
    description: { en: '<p>For tests.</p>' },
    published: true,
    options: [],
    pictures: [],
    variants: [
      {
        sku: product.sku,
        weightGrams: 400,
        values: [],
        prices: [
          { currency: 'EUR' as const, amount: product.euros },
          { currency: 'JPY' as const, amount: product.euros },
        ],
      },
    ],
  }
}
