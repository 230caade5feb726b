import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const actor = 'staff:ines'

/** What staff do with an order, on the database of the journeys' shop: there are no screens for it yet. */
export async function staffOf(number: string) {
  const orders = await shopsOwn<typeof import('../../../src/orders/index.ts')>('orders/index.ts')
  const { findOrder } = await shopsOwn<typeof import('../../../src/orders/order.ts')>('orders/order.ts')
  const { id } = (await findOrder(number))!
  const isDone = <T extends { refused?: string | undefined }>(outcome: T) => {
    if (outcome.refused) throw new Error(`refused: ${outcome.refused}`)
    return outcome as Exclude<T, { refused: string }>
  }
  const lastReturn = async () => (await orders.orderView(id)).returns.at(-1)!.id
  return {
    /** Packs so many pieces of the first line and sends them with DHL. */
    sends: async (quantity: number) => {
      const lines = [{ position: 0, quantity }]
      const parcel = { lines, carrier: 'dhl', trackingNumber: '00340434161094000001', key: randomUUID() }
      const { shipmentId } = isDone(await orders.createShipment(id, parcel, actor))
      isDone(await orders.dispatchShipment(shipmentId, actor))
      return shipmentId
    },
    delivers: async (shipmentId: number) => isDone(await orders.deliverShipment(shipmentId, 'carrier')),
    approvesReturn: async () => isDone(await orders.approveReturn(await lastReturn(), actor)),
    receivesReturn: async (arrived: number) => {
      const lines = [{ position: 0, arrived, isSellable: true }]
      isDone(await orders.receiveReturn(await lastReturn(), { lines }, actor))
    },
  }
}

/** A module of the shop's own code on the shop's own database: its settings are read when it is first imported. */
export async function shopsOwn<Module>(path: string): Promise<Module> {
  const secrets = readFileSync(join(process.env.JOURNEYS_DATA_DIR!, 'secrets.json'), 'utf8')
  const { databasePassword } = JSON.parse(secrets) as { databasePassword: string }
  const port = Number(process.env.JOURNEYS_PORT) + 3
  process.env.DATABASE_URL = `postgres://postgres:${databasePassword}@127.0.0.1:${port}/purveyor`
  process.env.LOG_LEVEL = 'silent'
  return import(`../../../src/${path}`)
}
