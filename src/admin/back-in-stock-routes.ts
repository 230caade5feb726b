import { Router } from 'express'
import { waitingAlerts } from '../alerts/index.ts'
import { officeVariantsOf } from '../catalogue/index.ts'
import { requires } from '../identity/index.ts'
import { stockLevels } from '../inventory/index.ts'
import { csvOf, sendCsv } from './csv.ts'
import { sortedHere } from './sorted-list.ts'

/** What people wait for that is sold out: `/admin/stock/back-in-stock`. Who they are is not said: what to order is. */
export function backInStockRoutes(): Router {
  const routes = Router()

  routes.get('/admin/stock/back-in-stock', requires('adjust-stock'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await waitedFor(),
      {
        sku: ({ sku }) => sku,
        product: ({ title }) => title,
        people: ({ people }) => people,
        since: ({ since }) => since,
      },
      { column: 'people', isDescending: true },
    )
    await res.page('admin/back-in-stock', { variants: shown, heads })
  })
  routes.get('/admin/stock/back-in-stock.csv', requires('adjust-stock'), async (_req, res) => {
    const lines = (await waitedFor()).map(({ sku, title, optionText, onHand, held, people, since }) => [
      ...[sku, title, optionText, onHand - held, people],
      since,
    ])
    sendCsv(res, 'back-in-stock', csvOf(['sku', 'title', 'options', 'free', 'people', 'since'], lines))
  })
  return routes
}

async function waitedFor() {
  const waiting = await waitingAlerts()
  const ids = waiting.map(({ variantId }) => variantId)
  const [variants, levels] = await Promise.all([officeVariantsOf(ids), stockLevels(ids)])
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  return waiting.flatMap(({ variantId, people, since }) => {
    const variant = byId.get(variantId)
    if (!variant) return []
    const { onHand, held } = levels.get(variantId) ?? { onHand: 0, held: 0 }
    return [{ ...variant, onHand, held, people, since }]
  })
}
