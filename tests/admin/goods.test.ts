import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDeps } from '../../src/deps.ts'
import { rows } from '../../src/platform/database.ts'
import { checkUpload, forgetUploads, importUpload } from '../../src/shopify/index.ts'
import { openShop } from '../support/shop.ts'
import { type Shopper, shopperAt } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

const deps = createDeps()
let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  await rows('truncate shopify.uploads, shopify.imports cascade')
  staff = await office.staff('products@example.com')
})
afterAll(async () => {
  await deps.close()
  await office.close()
})

const goods = [
  'Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty',
  'fern-jug,Fern jug,Brackwater Pottery,TRUE,Title,Default Title,JUG-FERN,38.50,12',
  'moss-jug,Moss jug,Brackwater Pottery,TRUE,Title,Default Title,JUG-MOSS,not much,3',
].join('\n')
const sends = async (text: string, name = 'goods.csv') =>
  staff.uploads(
    await staff.gets('/admin/products/imports'),
    'Look at the file',
    {},
    [new File([text], name)],
    'file',
  )
const uploadIn = ({ address }: { address: string }) => ({ uploadId: Number(address.split('/').at(-1)) })

test('a file is looked at, says what would come of it and what is wrong, and is read when that is said', async () => {
  const sent = await sends(goods)
  expect(sent.heading()).toBe('goods.csv')
  expect(sent.$('#upload').text()).toContain('It is being looked at')
  await checkUpload(deps)(uploadIn(sent))
  const looked = await staff.gets(sent.address)
  expect(looked.$('#upload').text()).toMatch(/1 new, 0 updated.*One line to mend.*Line 3/s)
  expect(await rows(`select from catalogue.products where slug like '%-jug'`)).toHaveLength(0)
  const faults = (await staff.gets(looked.$('a[href$="faults.csv"]').attr('href')!)).html
  expect(faults).toMatch(/^line,reason\r?\n3,/)

  const answers = await Promise.all([1, 2].map(() => staff.presses(looked, 'Import it now')))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  await importUpload(deps)(uploadIn(sent))
  expect((await staff.gets(sent.address)).$('#upload').text()).toMatch(/Imported.*1 new/s)
  expect((await shopperAt(office.url).gets('/products/fern-jug')).$('main').text()).toContain('38.50')
  await importUpload(deps)(uploadIn(sent))
  expect((await logged()).map(({ action, after }) => [action, after?.state ?? after?.name])).toEqual([
    ['goods-sent', 'goods.csv'],
    ['goods-imported', 'importing'],
  ])
})

test('the same form sent three times keeps one file, has it looked at once and is logged once', async () => {
  const page = await staff.gets('/admin/products/imports')
  const file = [new File([goods], 'goods.csv')]
  const answers = await Promise.all(
    [1, 2, 3].map(() => staff.uploads(page, 'Look at the file', {}, file, 'file')),
  )
  expect(new Set(answers.map(({ address }) => address)).size).toBe(1)
  expect(
    await rows(`select from ledger.jobs where task = 'checkUpload' or task = 'goods.sent'`),
  ).toHaveLength(1)
  expect(await logged()).toHaveLength(1)
})

test.each([
  ['no file', '', 'Choose a CSV file'],
  ['one that is too large', 'x'.repeat(20 * 1024 ** 2 + 1), 'larger than 20 MB'],
])('%s is refused with a sentence', async (_what, text, why) => {
  const page = await staff.gets('/admin/products/imports')
  const files = text ? [new File([text], 'goods.csv')] : []
  const refused = await staff.uploads(page, 'Look at the file', {}, files, 'file')
  expect([refused.status, refused.alert()]).toEqual([422, expect.stringContaining(why)])
})

test('a file of which nothing can be taken says so, and cannot be imported', async () => {
  const sent = await sends('this is\nno catalogue')
  await checkUpload(deps)(uploadIn(sent))
  const looked = await staff.gets(sent.address)
  expect(looked.$('#upload').text()).toContain('Nothing of this file can be imported')
  const forced = await staff.posts(new URL(sent.address).pathname, {})
  expect(forced.$('#upload').text()).toContain('Looked at')
  expect((await logged()).map(({ action }) => action)).toEqual(['goods-sent'])
})

test('what the shop writes out, it takes as it is; an old file is forgotten', async () => {
  const written = await staff.gets('/admin/products/export.csv?currency=EUR&locale=en')
  const sent = await sends(written.html)
  await checkUpload(deps)(uploadIn(sent))
  expect((await staff.gets(sent.address)).$('#upload').text()).toMatch(/0 new, 0 updated, \d+ unchanged/)
  await rows(`update shopify.uploads set sent_at = now() - interval '31 days'`)
  await forgetUploads()
  expect((await staff.gets(sent.address)).status).toBe(404)
})
