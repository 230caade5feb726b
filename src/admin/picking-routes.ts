import { Router } from 'express'
import { officeVariantsOf } from '../catalogue/index.ts'
import { requires } from '../identity/index.ts'
import { soldFrom } from '../inventory/index.ts'
import { type Pick, pickList } from '../orders/index.ts'
import { csvOf, sendCsv } from './csv.ts'
import { sortedHere } from './sorted-list.ts'

/** So many orders can be packed in one go. */
const ORDERS = 30

/** What is to be fetched from the shelves for the orders that have waited longest: `/admin/orders/picking`. */
export function pickingRoutes(): Router {
  const routes = Router()
  routes.get('/admin/orders/picking', requires('ship-orders'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await picks(),
      {
        place: ({ places }) => places.join(', '),
        sku: ({ sku }) => sku,
        product: ({ title }) => title,
        pieces: ({ quantity }) => quantity,
      },
      { column: 'place', isDescending: false },
    )
    await res.page('admin/picking', { picks: shown, heads, most: ORDERS })
  })
  routes.get('/admin/orders/picking.csv', requires('ship-orders'), async (_req, res) => {
    const lines = (await picks()).map(({ places, sku, title, optionText, quantity, orders }) => [
      ...[places.join(', '), sku, title, optionText, quantity],
      orders.map(({ number }) => number).join(' '),
    ])
    sendCsv(res, 'picking', csvOf(['places', 'sku', 'title', 'options', 'pieces', 'orders'], lines))
  })
  return routes
}

async function picks() {
  const list = await pickList(ORDERS)
  const [variants, sold] = await Promise.all([
    officeVariantsOf(list.map(({ variantId }) => variantId)),
    soldFrom([...new Set(list.flatMap(({ orders }) => orders.map(({ number }) => number)))]),
  ])
  const named = new Map(variants.map((variant) => [variant.id, variant]))
  return list.map((pick: Pick) => {
    const { sku = '', title = '', optionText = '' } = named.get(pick.variantId) ?? {}
    const places = sold.filter(({ variantId }) => variantId === pick.variantId).map(({ place }) => place)
    return { ...pick, sku, title, optionText, places }
  })
}
