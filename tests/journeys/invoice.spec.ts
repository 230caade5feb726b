import { expect, type Page, test } from '@playwright/test'
import { printed } from '../invoicing/printed.ts'
import { asha, goesToReview, paysByCard, takesToCheckout } from './support/steps.ts'

/** Buys a mug by card; gives the order's number and where the shop's mail is to be read. */
async function buysMug(page: Page): Promise<{ number: string; outbox: string }> {
  await takesToCheckout(page, 'oat-mug')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  const outbox = new URL(page.url()).origin
  await paysByCard(page)
  await expect(page).toHaveURL(/\/orders\/P-\d+$/)
  return { number: page.url().match(/P-\d+/)![0], outbox }
}

test('who has paid by card prints the invoice, and keeps it as a PDF', async ({ page }) => {
  const { number } = await buysMug(page)
  await page.getByRole('link', { name: 'Invoice', exact: true }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Invoice \d{4}-\d{5}$/, {
      timeout: 500,
    })
  }).toPass({ timeout: 20_000 })
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  const total = (await page.locator('.paper-total dd').textContent())!
  await expect(page.getByRole('rowheader', { name: /^Oat mug/ })).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^invoice-\d{4}-\d{5}\.pdf$/)
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  const file = Buffer.concat(pieces)
  expect(file.toString('latin1', 0, 5)).toBe('%PDF-')
  const pdf = await printed(file)
  expect(pdf.textOf('H1')).toEqual([heading])
  expect(pdf.words).toContain(total)

  await page.getByRole('link', { name: `Back to order ${number}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
})

test('the printed page is one sheet, in A4 and in Letter, without what surrounds it on the screen', async ({
  page,
}) => {
  const { number } = await buysMug(page)
  await expect(async () => {
    await page.goto(`/orders/${number}/invoice`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Invoice/, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  for (const format of ['A4', 'Letter'] as const) {
    const sheet = await printed(await page.pdf({ format, tagged: true }))
    expect(sheet.pages, format).toBe(1)
    expect(sheet.words).toContain(number)
    expect(sheet.words).not.toMatch(/Download as PDF|Back to order|https?:/)
  }
})

test('a guest who has lost the mail is sent a new link, which opens the order', async ({ page, browser }) => {
  const { number, outbox } = await buysMug(page)
  const guest = await (await browser.newContext()).newPage()
  expect((await guest.goto(page.url()))!.status()).toBe(404)
  await guest.locator('main').getByRole('link', { name: 'Track an order' }).click()
  await guest.getByLabel('Order number').fill(number.toLowerCase().replace('-', ' '))
  await guest.getByLabel('E-mail address').fill(asha.email)
  await guest.getByRole('button', { name: 'Send the link' }).click()
  await expect(guest.locator('#notices')).toContainText(`we have just written to ${asha.email}`)

  const mailOf = async () => {
    const answer = await page.request.get(`${outbox}/outbox.json?to=${asha.email}`)
    const mails = (await answer.json()) as { subject: string; text: string }[]
    return mails.find(({ subject }) => subject === `Your link to order ${number}`)
  }
  await expect.poll(mailOf, { timeout: 15_000 }).toBeTruthy()
  await guest.goto((await mailOf())!.text.match(/https?:\/\/\S+signature=\S+/)![0])
  await expect(guest).toHaveURL(new RegExp(`/orders/${number}$`))
  await expect(guest.getByRole('heading', { level: 1 })).toContainText(number)
})
