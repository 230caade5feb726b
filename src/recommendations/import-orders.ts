import { findOwners, productsOfVariants } from '../catalogue/index.ts'
import { rowsUnder } from '../platform/csv-rows.ts'
import { patientTransaction, rows, type Transaction } from '../platform/database.ts'
import type { Fault } from '../platform/faults.ts'
import { publish } from '../platform/queue.ts'
import { KEPT_DAYS } from './forget-events.ts'
import { keepPastVisits, type PastVisit } from './keep-past-visits.ts'

/** What has become of a file of orders. */
export interface OrderImport {
  /** So many orders count from now on, with so many lines. */
  orders: number
  lines: number
  /** Orders that were read before, and such as are longer ago than anything is kept. */
  known: number
  old: number
  /** SKUs of which the catalogue knows nothing, with how many lines name them. */
  unknown: Map<string, number>
  faults: Fault[]
}

interface PastOrder {
  name: string
  at: Date
  skus: string[]
}

const COLUMNS = ['Name', 'Created at', 'Lineitem sku']
const AT_A_TIME = 1_000

/**
 * Reads the orders of another shop as Shopify exports them, and keeps what was bought together: neither names nor addresses.
 * All of it or nothing; in a dry run nothing.
 * @throws Unreadable with the line from which the file cannot be read.
 */
export async function importOrders(file: string, { isDryRun }: { isDryRun: boolean }): Promise<OrderImport> {
  const report: OrderImport = { orders: 0, lines: 0, known: 0, old: 0, unknown: new Map(), faults: [] }
  await patientTransaction(async (tx) => {
    Object.assign(report, { orders: 0, lines: 0, known: 0, old: 0, unknown: new Map(), faults: [] })
    let some: PastOrder[] = []
    for await (const order of ordersIn(file, report)) {
      if (some.push(order) < AT_A_TIME) continue
      await keep(tx, some, report)
      some = []
    }
    await keep(tx, some, report)
    if (report.orders > 0) await publish(tx, 'training.wanted', {})
    return isDryRun ? { refused: 'dry-run' } : {}
  })
  return report
}

/** Rows of an order stand together; what is said once counts for all of them. */
async function* ordersIn(file: string, { faults }: OrderImport): AsyncGenerator<PastOrder> {
  let open: PastOrder | undefined
  for await (const { line, cells } of rowsUnder(COLUMNS, file)) {
    const [name = '', created = '', sku = ''] = cells.map((cell) => cell.trim())
    if (open?.name !== name) {
      if (open) yield open
      open = undefined
      const at = new Date(created)
      if (name === '' || name.length > 100)
        faults.push({ line, sentence: 'The row has no name of an order.' })
      else if (Number.isNaN(at.getTime())) faults.push({ line, sentence: `“${created}” is no date.` })
      else open = { name, at, skus: [] }
    }
    if (open && sku !== '') open.skus.push(sku)
  }
  if (open) yield open
}

async function keep(tx: Transaction, read: PastOrder[], report: OrderImport): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3_600_000
  const young = read.filter(({ at }) => at.getTime() > oldest && at.getTime() <= Date.now())
  report.old += read.length - young.length
  const added = await rows<{ name: string }>(
    `insert into recommendations.imported_orders (name) select unnest($names::text[])
     on conflict do nothing returning name`,
    { names: young.map(({ name }) => name) },
    tx,
  )
  const isNew = new Set(added.map(({ name }) => name))
  const orders = young.filter(({ name }) => isNew.has(name))
  report.known += young.length - orders.length
  const visits = await visitsOf(orders, report)
  await keepPastVisits(tx, visits)
  report.orders += visits.length
  report.lines += visits.flat().length
}

async function visitsOf(orders: PastOrder[], { unknown }: OrderImport): Promise<PastVisit[]> {
  const owners = await findOwners([...new Set(orders.flatMap(({ skus }) => skus))])
  const products = await productsOfVariants([...owners.values()].map(({ variantId }) => variantId))
  const productOf = (sku: string) => {
    const productId = products.get(owners.get(sku)?.variantId ?? -1)
    if (productId === undefined) unknown.set(sku, (unknown.get(sku) ?? 0) + 1)
    return productId
  }
  return orders
    .map(({ at, skus }) =>
      [...new Set(skus.flatMap((sku) => productOf(sku) ?? []))].map((productId) => ({
        ...{ at, kind: 'purchase' as const, productId },
      })),
    )
    .filter((visit) => visit.length > 0)
}
