import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPreview } from '../look/open-preview.ts'
import { faultsOf, nuComplaints } from '../look/sound-html.ts'
import { specimens as basket } from '../support/view-models/basket.ts'
import { specimens as checkout } from '../support/view-models/checkout.ts'
import { accountMails, linkMails, mails, reminders } from '../support/view-models/emails.ts'
import { specimens as invoicing } from '../support/view-models/invoicing.ts'
import { specimens as orders } from '../support/view-models/orders.ts'
import { checkoutPreview } from './preview-app.ts'

const letters = [...mails, ...linkMails, ...reminders, ...accountMails].filter(
  ({ view }) => !view.endsWith('-text'),
)
const addresses = [
  ...[...basket, ...checkout, ...orders, ...invoicing].flatMap(({ address }) => [address, `/de${address}`]),
  ...letters.flatMap(({ address }) => [`/en${address}`, `/de${address}`]),
]
let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview(checkoutPreview())
})
afterAll(() => preview.close())

describe('every screen of the basket, the checkout and an order', () => {
  test.each(addresses)('%s is whole and sound HTML', async (address) => {
    const { status, html } = await preview.read(address)
    expect(status).toBe(200)
    expect(html).not.toMatch(/undefined|\[object |NaN|Invalid Date/)
    expect(await faultsOf(html)).toEqual([])
  })

  test('has nothing that the Nu HTML checker would mend', { timeout: 120_000 }, async () => {
    const pages = await Promise.all(
      addresses.map(async (address) => [address, (await preview.read(address)).html] as const),
    )
    expect(await nuComplaints(new Map(pages))).toEqual([])
  })
})
