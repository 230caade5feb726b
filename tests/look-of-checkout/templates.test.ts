import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { specimens as basket } from '../support/view-models/basket.ts'
import { specimens as checkout } from '../support/view-models/checkout.ts'
import { mails } from '../support/view-models/emails.ts'
import { specimens as orders } from '../support/view-models/orders.ts'
import { openPreview } from './open-preview.ts'

const letters = mails.filter(({ view }) => view === 'emails/order')
const addresses = [
  ...[...basket, ...checkout, ...orders].flatMap(({ address }) => [address, `/de${address}`]),
  ...letters.flatMap(({ address }) => [`/en${address}`, `/de${address}`]),
]
const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
})
const nuChecker = join(
  createRequire(import.meta.url).resolve('vnu-jar/package.json'),
  '../build/dist/vnu.jar',
)

let preview: Awaited<ReturnType<typeof openPreview>>
beforeAll(async () => {
  preview = await openPreview()
})
afterAll(() => preview.close())

describe('every screen of the basket, the checkout and an order', () => {
  test.each(addresses)('%s is whole and sound HTML', async (address) => {
    const { status, html } = await preview.read(address)
    expect(status).toBe(200)
    expect(html).not.toMatch(/undefined|\[object |NaN|Invalid Date/)
    const { results } = await rules.validateString(html)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
  })

  test('has nothing that the Nu HTML checker would mend', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'screens-'))
    const files = await Promise.all(
      addresses.map(async (address) => {
        const file = join(folder, `${address.replaceAll(/\W+/g, '-')}.html`)
        await writeFile(file, (await preview.read(address)).html)
        return file
      }),
    )
    expect(await nuComplaints(files)).toBe('')
    await rm(folder, { recursive: true })
  })
})

function nuComplaints(files: string[]): Promise<string> {
  const options = ['-jar', nuChecker, '--errors-only', '--format', 'gnu', ...files]
  return new Promise((resolve) =>
    execFile('java', options, (_failed, _out, complaints) => resolve(complaints)),
  )
}
