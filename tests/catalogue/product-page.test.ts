import { beforeEach, describe, expect, test } from 'vitest'
import { findVariant, productPage } from '../../src/catalogue/index.ts'
import { setStock } from '../../src/inventory/index.ts'
import { transaction } from '../../src/platform/database.ts'
import { category, emptyCatalogue, inEnglish, inGerman, mug, offer, plain } from './goods.ts'

beforeEach(async () => {
  await emptyCatalogue()
  await category('kitchen')
})

async function sellOut(sku: string) {
  const variant = await findVariant({ sku, optionValueIds: [] }, inEnglish)
  await transaction((tx) =>
    setStock(tx, { variantId: variant!.id, onHand: 0, reason: 'test', actor: 'test' }),
  )
}

describe('the page of a product', () => {
  test('shows the first variant that can be bought, with its options in the language of the visitor', async () => {
    await offer(mug())
    await sellOut('MUG-OAT-S')
    const { choice } = (await productPage({ slug: 'mug', ...inGerman }))!
    expect(choice).toMatchObject({
      sku: 'MUG-OAT-L',
      optionText: 'Hafer · Groß',
      price: { amount: 2400, currency: 'EUR' },
      stock: { level: 'plenty', left: 10 },
      maximum: 10,
    })
    expect(choice.options.map(({ name }) => name)).toEqual(['Glasur', 'Größe'])
  })

  test('says of each value whether it can be had with the others as they are', async () => {
    await offer(mug())
    const { choice } = (await productPage({ slug: 'mug', sku: 'MUG-OAT-S', ...inEnglish }))!
    const values = choice.options.flatMap((option) => option.values)
    expect(values.map(({ label, isChosen, isAvailable }) => [label, isChosen, isAvailable])).toEqual([
      ['Oat', true, true],
      ['Ink', false, false],
      ['Small', true, true],
      ['Large', false, true],
    ])
  })

  test('names what it costs nowhere when there is no price in the currency', async () => {
    await offer(mug())
    const page = await productPage({ slug: 'mug', locale: 'en', currency: 'USD' })
    expect(page?.choice.price).toBeNull()
  })

  test('always has a picture, and shows that of the variant where it has one', async () => {
    await offer(plain('bowl'))
    const stored = { key: 'a'.repeat(32), width: 600, height: 400, colour: '#112233' }
    const [first, second, third] = mug().variants
    await offer(
      mug({
        pictures: [
          { stored, alt: { en: 'From the side' } },
          { stored: { ...stored, key: 'b'.repeat(32) }, alt: { en: 'In ink' } },
        ],
        variants: [first!, second!, { ...third!, picture: 1 }],
      }),
    )
    const bowl = await productPage({ slug: 'bowl', ...inEnglish })
    expect(bowl?.product.pictures).toHaveLength(1)
    const page = await productPage({ slug: 'mug', sku: 'MUG-INK-L', ...inEnglish })
    expect(page?.product.pictures.map(({ alt }) => alt)).toEqual(['From the side', 'In ink'])
    expect(page?.choice.picture).toEqual({
      alt: 'In ink',
      width: 600,
      height: 400,
      colour: '#112233',
      src: `/media/${'b'.repeat(32)}/600.jpeg`,
      sources: ['avif', 'webp', 'jpeg'].map((format) => ({
        type: `image/${format}`,
        srcset: [320, 600].map((width) => `/media/${'b'.repeat(32)}/${width}.${format} ${width}w`).join(', '),
      })),
    })
  })

  test('leads to other products of its category', async () => {
    await offer(mug())
    await offer(plain('bowl'))
    await offer(plain('hidden', { published: false }))
    const page = await productPage({ slug: 'mug', ...inEnglish })
    expect(page?.related.map(({ slug }) => slug)).toEqual(['bowl'])
    expect(page?.trail).toEqual([{ name: 'kitchen', path: 'kitchen' }])
  })
})

describe('finding what somebody wants to buy', () => {
  const find =
    (sku: string, labels: string[] = []) =>
    async () => {
      const page = await productPage({ slug: 'mug', ...inEnglish })
      const values = page!.choice.options.flatMap((option) => option.values)
      const optionValueIds = labels.map((label) => values.find((value) => value.label === label)!.id)
      return (await findVariant({ sku, optionValueIds }, inEnglish))?.sku
    }

  test('takes the chosen options before the SKU that was shown', async () => {
    await offer(mug())
    expect(await find('MUG-OAT-S')()).toBe('MUG-OAT-S')
    expect(await find('MUG-OAT-S', ['Ink', 'Large'])()).toBe('MUG-INK-L')
    expect(await find('MUG-OAT-S', ['Ink', 'Small'])()).toBeUndefined()
    expect(await find('UNKNOWN', ['Ink', 'Large'])()).toBeUndefined()
  })

  test('finds nothing that is not offered', async () => {
    await offer(plain('bowl', { published: false }))
    expect(await findVariant({ sku: 'BOWL', optionValueIds: [] }, inEnglish)).toBeUndefined()
  })

  test('finds nothing of another product', async () => {
    await offer(mug())
    await offer(plain('bowl'))
    expect(await find('BOWL', ['Ink', 'Large'])()).toBeUndefined()
  })
})
