import { expect, type Page, test } from '@playwright/test'
import { staffOf } from './support/staff.ts'
import { goesToReview, paysByCard } from './support/steps.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Buys so many oat mugs by card, and ends on the order's page. Gives its number and the provider's outbox. */
async function buysMugs(page: Page, quantity: number) {
  for (let count = 1; count <= quantity; count++) {
    await page.goto('/products/oat-mug')
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await expect(page.locator('#basket-link')).toContainText(String(count))
  }
  await page.goto('/checkout')
  await goesToReview(page)
  await page.getByRole('button', { name: 'Place order and pay' }).first().click()
  const outbox = new URL(page.url()).origin
  await paysByCard(page)
  await expect(heading(page)).toHaveText(/Order P-\d+ placed/)
  const number = page.url().match(/P-\d+/)![0]
  return { number, outbox: () => mailsAbout(page, outbox, number) }
}

/** The subjects of the mails about an order, in the order of the alphabet. */
async function mailsAbout(page: Page, outbox: string, number: string): Promise<string[]> {
  const answer = await page.request.get(`${outbox}/outbox.json`)
  const mails = (await answer.json()) as { subject: string }[]
  return mails
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes(number))
    .sort()
}

/** Looks at the order's page again until it says so. */
async function pageSays(page: Page, sentence: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.locator('main').innerText()
      },
      { timeout: 20_000, intervals: [500] },
    )
    .toMatch(sentence)
}

test('who thinks better of it cancels the order, and has the money back', async ({ page }) => {
  const { number, outbox } = await buysMugs(page, 1)
  await page.getByRole('link', { name: 'Cancel order' }).click()
  await expect(heading(page)).toHaveText(`Do you want to cancel order ${number}?`)
  await expect(page.locator('main')).toContainText(/You get €\S+ back, to the card that you paid with/)
  await page.getByRole('link', { name: 'Keep the order' }).click()
  await expect(heading(page)).toHaveText(`Order ${number} placed`)
  await page.getByRole('link', { name: 'Cancel order' }).click()
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await expect(heading(page)).toHaveText(`Order ${number} was cancelled`)
  await expect(page.locator('.notice').first()).toContainText(`Order ${number} is cancelled.`)
  await pageSays(page, /€\S+ sent back to you/)
  await expect(page.getByRole('link', { name: 'Cancel order' })).toHaveCount(0)
  await expect
    .poll(outbox, { timeout: 20_000 })
    .toEqual([
      `Order ${number} is cancelled`,
      `Order ${number} placed`,
      expect.stringMatching(/: €\S+ is on its way back to you$/),
    ])
})

test('an order in two parcels is followed on its page, until it has arrived', async ({ page }) => {
  const { number, outbox } = await buysMugs(page, 2)
  const staff = await staffOf(number)
  const first = await staff.sends(1)
  await page.reload()
  await expect(heading(page)).toHaveText(`Order ${number} is partly on its way`)
  const parcel = page.getByRole('listitem').filter({ hasText: 'Parcel 1' }).first()
  await expect(parcel).toContainText('1 × Oat mug')
  await expect(parcel).toContainText('DHL · 00340434161094000001')
  await expect(page.getByRole('link', { name: 'Follow parcel 1' })).toHaveAttribute(
    'href',
    /^https:\/\/www\.dhl\.com\/.*00340434161094000001$/,
  )
  await expect(page.getByRole('link', { name: 'Cancel order' })).toHaveCount(0)
  const second = await staff.sends(1)
  await page.reload()
  await expect(heading(page)).toHaveText(`Order ${number} is on its way`)
  await staff.delivers(first)
  await staff.delivers(second)
  await page.reload()
  await expect(heading(page)).toHaveText(`Order ${number} has arrived`)
  const parcelMail = `Order ${number}: your parcel is on its way`
  await expect
    .poll(outbox, { timeout: 20_000 })
    .toEqual([`Order ${number} has arrived`, `Order ${number} placed`, parcelMail, parcelMail])
})

test('what does not please goes back: asked for, approved, received, refunded, and seen at each step', async ({
  page,
}) => {
  const { number, outbox } = await buysMugs(page, 2)
  const staff = await staffOf(number)
  await staff.sends(2)
  await page.reload()
  await page.getByRole('link', { name: 'Send something back' }).click()
  await page.getByRole('button', { name: 'Ask to send it back' }).click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.locator('.error-summary')).toBeFocused()
  await page.getByLabel(/^How many of Oat mug/).selectOption('1')
  await page.getByRole('radio', { name: 'It arrived damaged' }).check()
  await page.getByLabel(/^Anything else/).fill('The handle is off.')
  await page.getByRole('button', { name: 'Ask to send it back' }).click()
  await expect(page).toHaveURL(new RegExp(`/orders/${number}$`))
  await expect(page.locator('main')).toContainText('We have your return request.')
  await expect(page.locator('main')).toContainText('We are looking at your request.')
  await staff.approvesReturn()
  await page.reload()
  await expect(page.locator('main')).toContainText(`Write ${number}-1 on the parcel`)
  await staff.receivesReturn(1)
  await pageSays(page, 'It has arrived, and your money has gone back.')
  await expect(page.locator('.refunds')).toContainText(/Refunded.*€/s)
  await expect
    .poll(outbox, { timeout: 20_000 })
    .toEqual([
      `Order ${number} placed`,
      `Order ${number}: we have your return request`,
      `Order ${number}: you can send it back`,
      `Order ${number}: your parcel is on its way`,
      `Order ${number}: your return has arrived`,
      `Order ${number}: €24.00 is on its way back to you`,
    ])
})

test('an order goes elsewhere while nothing of it is packed, and is bought again', async ({ page }) => {
  await buysMugs(page, 1)
  await page.getByRole('link', { name: 'Change delivery address' }).click()
  await expect(page.locator('main')).toContainText('It stays in Germany')
  await page.getByLabel('Town or city').fill('Leipzig')
  await page.getByLabel('Postcode').fill('4103')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('Town or city')).toHaveValue('Leipzig')
  await page.getByLabel('Postcode').fill('04103')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.locator('main')).toContainText('04103 Leipzig')
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(page).toHaveURL(/\/basket$/)
  await expect(page.locator('main')).toContainText('Everything from your order is in your basket.')
  await expect(page.locator('#basket-link')).toContainText('1')
})
