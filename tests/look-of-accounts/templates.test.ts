import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPreview } from '../look/open-preview.ts'
import { previewApp } from '../look/preview-app.ts'
import { faultsOf, nuComplaints } from '../look/sound-html.ts'
import { specimens as admin } from '../support/view-models/admin.ts'
import { specimens as customers } from '../support/view-models/customers.ts'
import { specimens as identity } from '../support/view-models/identity.ts'

const addresses = [...identity, ...customers, ...admin].flatMap(({ address }) => [address, `/de${address}`])

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview(previewApp())
})
afterAll(() => preview.close())

describe('every page about accounts and every screen of the back office', () => {
  test.each(addresses)('%s is whole and sound HTML', async (address) => {
    const { status, html } = await preview.read(address)
    expect(status).toBe(200)
    expect(html).not.toMatch(/undefined|\[object |NaN|Invalid Date/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(await faultsOf(html)).toEqual([])
  })

  test('has nothing that the Nu HTML checker would mend', { timeout: 120_000 }, async () => {
    const pages = new Map<string, string>()
    for (const address of addresses) pages.set(address, (await preview.read(address)).html)
    expect(await nuComplaints(pages)).toEqual([])
  })
})
