import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPreview } from './open-preview.ts'
import { previewApp } from './preview-app.ts'
import { faultsOf, nuComplaints } from './sound-html.ts'

/** Tests that each of these specimens is sound HTML in both languages, by our own look and by the Nu checker's. */
export function soundPages(name: string, specimens: { address: string }[]): void {
  const addresses = specimens.flatMap(({ address }) => [address, `/de${address}`])
  let preview: Awaited<ReturnType<typeof openPreview>>
  beforeAll(async () => {
    preview = await openPreview(previewApp())
  })
  afterAll(() => preview.close())

  describe(name, () => {
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
}
