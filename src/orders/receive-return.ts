import { putBack } from '../inventory/index.ts'
import { rows, type Transaction, transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { lineCounts } from './line-counts.ts'
import type { Order } from './order.ts'
import { refundParts } from './refund-parts.ts'
import { type Outcome, refuse } from './refusal.ts'
import { finishReturn, lockReturn, mayReturnMove, moveReturn, type Return } from './return.ts'
import { refundRoom, writeRefund } from './write-refund.ts'

/** What was in a returned parcel, line by line; lines that are not named did not come. */
export interface Arrival {
  lines: { position: number; arrived: number; isSellable: boolean }[]
  /** How much of the delivery goes back too, in minor units. */
  delivery?: number
}

/**
 * A returned parcel is here: what can be sold is on sale again, and what came is refunded, as far as it was not
 * before. Said twice, it counts once. Refuses more than was announced, and a parcel in which nothing was.
 */
export function receiveReturn(
  returnId: number,
  arrival: Arrival,
  actor: string,
): Promise<Outcome<{ returnId: number }>> {
  return transaction(async (tx) => {
    const locked = await lockReturn(tx, returnId)
    if (!locked) return refuse('return-unknown')
    const { back, order } = locked
    if (back.state === 'received' || back.state === 'refunded') return { returnId }
    if (!mayReturnMove(back.state, 'received')) return refuse(`return-${back.state}`)
    const unpacked = await unpack(tx, back, arrival)
    if (unpacked.refused) return unpacked
    await restock(tx, order, unpacked.lines, actor)
    await moveReturn(tx, locked, 'received', { actor })
    await publish(tx, 'return.received', { returnId, orderId: order.id })
    return refund(tx, order, back, { lines: unpacked.lines, delivery: arrival.delivery ?? 0 }, actor)
  })
}

interface UnpackedLine {
  position: number
  variantId: number
  quantity: number
  arrived: number
  restocked: number
}

/** Keeps what came of each line that was announced. */
async function unpack(tx: Transaction, back: Return, { lines }: Arrival) {
  const announced = await rows<Pick<UnpackedLine, 'position' | 'variantId' | 'quantity'>>(
    `select part.position, line.variant_id as "variantId", part.quantity
     from orders.return_lines part
     join orders.order_lines line on line.order_id = part.order_id and line.position = part.position
     where part.return_id = $id order by part.position`,
    { id: back.id },
    tx,
  )
  const isAnnounced = lines.every(({ position }) => announced.some((line) => line.position === position))
  const unpacked = announced.map((line): UnpackedLine => {
    const come = lines.find(({ position }) => position === line.position)
    const arrived = come?.arrived ?? 0
    return { ...line, arrived, restocked: come?.isSellable ? arrived : 0 }
  })
  const isSound = unpacked.every(
    ({ arrived, quantity }) => Number.isSafeInteger(arrived) && arrived >= 0 && arrived <= quantity,
  )
  if (!isAnnounced || !isSound) return refuse('not-announced')
  if (unpacked.every(({ arrived }) => arrived === 0)) return refuse('nothing-arrived')
  await rows(
    `update orders.return_lines part set arrived = come.arrived, restocked = come.restocked
     from unnest($positions::integer[], $arrived::integer[], $restocked::integer[]) as come (position, arrived, restocked)
     where part.return_id = $id and part.position = come.position`,
    {
      id: back.id,
      positions: unpacked.map(({ position }) => position),
      arrived: unpacked.map(({ arrived }) => arrived),
      restocked: unpacked.map(({ restocked }) => restocked),
    },
    tx,
  )
  return { lines: unpacked, refused: undefined }
}

async function restock(tx: Transaction, order: Order, lines: UnpackedLine[], actor: string): Promise<void> {
  const goods = lines.map(({ variantId, restocked }) => ({ variantId, quantity: restocked }))
  await putBack(tx, goods, { reason: 'return', reference: order.number, actor })
}

/** What came and was not refunded before; when that is nothing, the return is finished at once. */
async function refund(
  tx: Transaction,
  order: Order,
  back: Return,
  { lines, delivery }: { lines: UnpackedLine[]; delivery: number },
  actor: string,
): Promise<Outcome<{ returnId: number }>> {
  const counts = await lineCounts(order.id, tx)
  const open = lines.map(({ position, arrived }) => {
    const { quantity, refunded } = counts.find((line) => line.position === position)!
    return { position, quantity: Math.min(arrived, quantity - refunded) }
  })
  const wish = { lines: open.filter(({ quantity }) => quantity > 0), delivery }
  const room = await refundRoom(tx, order)
  const parts = refundParts(wish, counts, room, { isUpTo: true })
  if (parts.refused) return parts
  const cause = { reason: 'return', key: `return-${back.id}`, actor, returnId: back.id }
  const refundId = await writeRefund(tx, order, room, parts, cause)
  if (!refundId) await finishReturn(tx, order, back.id, actor)
  return { returnId: back.id }
}
