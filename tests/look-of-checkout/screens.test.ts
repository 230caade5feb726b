import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { browserBefore, soundScreens } from '../look/sound-screens.ts'
import { checkoutPreview } from './preview-app.ts'

const screens = [
  '/basket?changed',
  '/basket?empty',
  '/de/basket?long',
  '/checkout/address?refused',
  '/checkout/delivery',
  '/checkout/payment-method?refused',
  '/checkout/review?short',
  '/de/checkout/review?long',
  '/orders/P-1001?unpaid',
  '/de/orders/P-1001?long',
  '/orders/P-1001?sent-back',
  '/orders/P-1001/cancellation',
  '/orders/P-1001/returns?refused',
  '/de/orders/P-1001/address',
  '/en/emails/news/parcel',
  '/en/emails/order/invoice',
  '/en/emails/order-link',
  '/orders/P-9999',
  '/orders/lookup?link=ended',
  '/de/orders/lookup?refused',
  '/orders/P-1001/invoice',
  '/de/orders/P-1001/invoice?german',
  '/orders/P-1001/credit-notes/C2026-00001',
  '/de/orders/P-1001/packing-slip',
]

const at = browserBefore(checkoutPreview())
soundScreens(at, screens)

describe('with the keyboard', () => {
  test('a changed quantity is told, and the focus stays in its field', async () => {
    const page = await open('/basket')
    await page.locator('#quantity-1').press('ArrowUp')
    await page.getByRole('status').getByText('Oat mug, 3. Subtotal €106.00.').waitFor({ state: 'attached' })
    expect(await focused(page)).toBe('quantity-1')
    expect(await page.locator('#quantity-1').inputValue()).toBe('3')
    await page.close()
  })

  test('a quantity that we do not have is refused at its field, where the focus stays', async () => {
    const page = await open('/basket')
    await page.locator('#quantity-2').fill('9')
    await page.locator('#quantity-2').press('Enter')
    await page.getByRole('status').getByText('Only 3 left').waitFor({ state: 'attached' })
    expect(await focused(page)).toBe('quantity-2')
    expect(await page.locator('#quantity-2').getAttribute('aria-invalid')).toBe('true')
    await page.close()
  })

  test('after a removal the notice has the focus, with Undo and the checkout right behind it', async () => {
    const page = await open('/basket')
    await page.getByRole('button', { name: 'Remove Oat mug' }).press('Enter')
    const notice = page.locator('.notice:focus')
    await notice.waitFor()
    expect(await notice.textContent()).toContain('Removed from your basket: Last lamp')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Undo: put Last lamp back')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Go to checkout')
    await page.close()
  })

  test('another country brings its own fields, and the focus stays on the list of countries', async () => {
    const page = await open('/checkout/address')
    await page.locator('#country').focus()
    await page.locator('#country').selectOption('JP')
    await page.getByLabel('Prefecture').waitFor()
    expect(await focused(page)).toBe('country')
    await page.close()
  })

  test('Return in a field continues, and does not ask for the fields of another country', async () => {
    const page = await open('/checkout/address')
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.getByLabel('Full name').press('Enter')
    expect((await sent).postData()).not.toContain('step=')
    await page.close()
  })

  test('the page of a refused form starts with its summary, whose links lead to the fields', async () => {
    const page = await open('/checkout/address?refused')
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.locator(':focus h2').textContent()).toBe('3 things need your attention')
    await page.getByRole('link', { name: 'Enter the name' }).press('Enter')
    expect(await focused(page)).toBe('name')
    await page.close()
  })
})

test('on a narrow screen the basket is still a table to those who hear it', async () => {
  const page = await at.browser.newPage({ viewport: { width: 320, height: 640 } })
  await page.goto(`${at.origin}/basket`)
  const table = page.getByRole('table', { name: 'What is in your basket' })
  expect(await table.getByRole('columnheader').count()).toBe(5)
  expect(await table.getByRole('rowheader').count()).toBe(2)
  expect(await table.getByRole('cell').count()).toBe(8)
  await page.close()
})

async function open(address: string): Promise<Page> {
  const page = await at.browser.newPage()
  await page.goto(at.origin + address)
  return page
}

function focused(page: Page): Promise<string | null> {
  return page.locator(':focus').getAttribute('id')
}
