import type { Browser, Page } from 'playwright'
import { beforeAll, describe, expect, test } from 'vitest'
import { previewApp } from './preview-app.ts'
import { browserBefore, NARROW, soundScreens, WIDE, widthOf } from './sound-screens.ts'

const screens = [
  '/',
  '/de/',
  '/categories/tableware',
  '/categories/paper',
  '/search',
  '/search?q=zeppelin',
  '/products/oat-mug?reduced',
  '/de/products/oat-mug?refused',
  '/products/oat-mug?gone',
  '/products/bare',
  '/products/withdrawn',
  '/products/oat-mug/reviews',
  '/de/products/oat-mug/reviews?stars=3',
  '/products/oat-mug/reviews?none',
  '/products/oat-mug/reviews/new?refused',
  '/de/products/oat-mug/reviews/new?declined',
  '/products/oat-mug/reviews/new?stranger',
  '/errors/500',
  '/accessibility?notice',
]
const walked = [
  '/',
  '/categories/tableware',
  '/products/oat-mug?reduced',
  '/products/oat-mug/reviews',
  '/search?q=zeppelin',
]

const at = browserBefore(previewApp())
let narrow: Page
beforeAll(async () => {
  narrow = await at.browser.newPage({ bypassCSP: true })
})

soundScreens(at, screens, WIDE)

test.each(screens)('%s fits where there is little room', async (address) => {
  await narrow.setViewportSize(NARROW)
  const page = narrow
  await page.goto(at.origin + address)
  expect(await widthOf(page)).toBeLessThanOrEqual(320)
  await page.evaluate('document.documentElement.dir = "rtl"')
  expect(await widthOf(page)).toBeLessThanOrEqual(320)
  await page.addStyleTag({
    content: '* { letter-spacing: .12em !important; word-spacing: .16em !important }',
  })
  expect(await widthOf(page)).toBeLessThanOrEqual(320)
  await page.setViewportSize(WIDE)
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
  expect(await widthOf(page)).toBeLessThanOrEqual(1280)
})

describe('with the keyboard', () => {
  test.each(walked)(
    'on %s the focus is to be seen at every stop, of which there are not too many',
    async (address) => {
      const page = await open(address)
      const stops = await walk(page)
      expect(stops.filter(({ outline, isSeen }) => outline < 2 || !isSeen)).toEqual([])
      expect(stops.length).toBeLessThanOrEqual(address === '/' ? 40 : 70)
      expect(stops.length).toBeGreaterThan(15)
      await page.context().close()
    },
  )

  test('another variant is told, its part of the page is new, and the focus stays on its radio', async () => {
    const page = await open('/products/oat-mug')
    expect(await page.getByRole('button', { name: 'Update' }).isVisible()).toBe(false)
    await page.locator('#option1-11').press('ArrowRight')
    await page.getByRole('status').getByText('Oat · 300 ml, €24.00, In stock').waitFor({ state: 'attached' })
    expect(await page.locator(':focus').getAttribute('id')).toBe('option1-12')
    expect(await page.locator('[aria-busy]').count()).toBe(0)
    await page.context().close()
  })

  test('another order of a list is told, kept in the address, and the focus stays on the choice', async () => {
    const page = await open('/categories/tableware')
    await page.locator('#sort').focus()
    await page.locator('#sort').selectOption('price')
    await page.getByRole('status').getByText('8 products found, sorted by').waitFor({ state: 'attached' })
    expect(await page.locator(':focus').getAttribute('id')).toBe('sort')
    expect(page.url()).toContain('sort=price')
    await page.context().close()
  })

  test('reviews with so many stars are told and kept in the address and title, the focus stays on the link', async () => {
    const page = await open('/products/oat-mug/reviews')
    await page.locator('#stars-5').press('Enter')
    await page.getByRole('status').getByText('8 reviews with 5 stars').waitFor({ state: 'attached' })
    expect(await page.locator(':focus').getAttribute('id')).toBe('stars-5')
    expect(await page.locator('#stars-5').getAttribute('aria-current')).toBe('true')
    expect(page.url()).toContain('?stars=5')
    expect(await page.title()).toContain('Reviews of Oat mug, 5 stars')
    expect(await page.locator('[aria-busy]').count()).toBe(0)
    await page.context().close()
  })

  test('the page of a refused review starts with its summary, whose links lead to radios and text', async () => {
    const page = await open('/products/oat-mug/reviews/new?refused')
    expect(await page.locator(':focus h2').textContent()).toBe('3 things need your attention')
    await page.getByRole('link', { name: 'Choose how many stars' }).press('Enter')
    expect(await page.locator(':focus').getAttribute('value')).toBe('5')
    await page.getByRole('link', { name: 'Write a little more' }).press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('text')
    await page.context().close()
  })

  test('a failure is told and shown, and leaves the page as it is', async () => {
    const page = await open('/products/oat-mug')
    await page.getByRole('button', { name: 'Add to basket' }).press('Enter')
    await page.getByRole('status').getByText('That did not work').waitFor({ state: 'attached' })
    expect(await page.locator('#failure').isVisible()).toBe(true)
    expect(await page.locator(':focus').textContent()).toBe('Add to basket')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Oat mug')
    await page.context().close()
  })
})

test('buttons, fields and the focus keep their edges in forced colours', async () => {
  const page = await open('/products/oat-mug', { forcedColors: 'active' })
  const edges = await page.evaluate<string[]>(EDGES)
  expect(edges.length).toBeGreaterThan(5)
  expect(edges.filter((edge) => edge === '0px')).toEqual([])
  await page.context().close()
})

async function open(address: string, look: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await at.browser.newContext({
    viewport: WIDE,
    bypassCSP: true,
    ...look,
  })
  const page = await context.newPage()
  await page.goto(at.origin + address)
  return page
}

interface Stop {
  name: string
  outline: number
  isSeen: boolean
}

/** Presses Tab from the top of the page to its end. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  await page.evaluate('document.activeElement.blur()')
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(STOP)
    if (!stop || stops.length > 100) return stops
    stops.push(stop)
  }
}

const EDGES = `[...document.querySelectorAll('.button, .input, .chip')]
  .filter((control) => control.checkVisibility())
  .map((control) => getComputedStyle(control).borderBlockStartWidth)`

const STOP = `(() => {
  const at = document.activeElement
  if (at === document.body) return null
  const box = at.getBoundingClientRect()
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return {
    name: at.textContent.trim() || at.id,
    outline: Number.parseFloat(getComputedStyle(at).outlineWidth),
    isSeen: box.top >= 0 && box.bottom <= innerHeight && Boolean(top) && (at.contains(top) || top.contains(at)),
  }
})()`
