import { beforeEach, describe, expect, test } from 'vitest'
import { findVariant, productPage } from '../../src/catalogue/index.ts'
import { setStock } from '../../src/inventory/index.ts'
import { transaction } from '../../src/platform/database.ts'
import { saveRules } from '../../src/pricing/index.ts'
import { category, emptyCatalogue, inEnglish, inGerman, mug, offer, plain } from './goods.ts'

beforeEach(async () => {
  await emptyCatalogue()
  await category('kitchen')
})

async function sellOut(sku: string) {
  const variant = await findVariant({ sku, optionValueIds: [] }, inEnglish)
  await transaction((tx) =>
    setStock(tx, { variantId: variant!.id, onHand: 0, reason: 'count', actor: 'test' }),
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

describe('what a page says of a product beside its price', () => {
  test('is written down by hand first; what it can be chosen by follows where the hand is silent', async () => {
    const height = {
      attribute: { key: 'height', name: { en: 'Height', de: 'Höhe' }, unit: 'cm' },
      key: '9',
      number: 9,
    }
    const material = {
      attribute: { key: 'material', name: { en: 'Material' } },
      key: 'clay',
      label: { en: 'Clay' },
    }
    await offer(
      plain('bowl', {
        specification: [{ name: { en: 'Material' }, value: { en: 'Clay, fired twice' } }],
        values: [{ ...height, label: { en: '9' } }, material],
        accessibility: { en: 'Has a rough rim.' },
      }),
    )
    const { product } = (await productPage({ slug: 'bowl', ...inEnglish }))!
    expect(product.specification).toEqual([
      { name: 'Material', value: 'Clay, fired twice' },
      { name: 'Height', value: '9 cm' },
    ])
    expect(product.accessibility).toBe('Has a rough rim.')
    expect((await productPage({ slug: 'bowl', ...inGerman }))?.product.specification).toContainEqual({
      name: 'Höhe',
      value: '9 cm',
    })
  })

  test('has words of its own for search engines where somebody has found some', async () => {
    await offer(
      plain('bowl', { seoTitle: { en: 'Bowl for soup' }, seoDescription: { en: 'Holds half a litre.' } }),
    )
    await offer(plain('jug'))
    const seoOf = async (slug: string) => (await productPage({ slug, ...inEnglish }))?.product.seo
    expect(await seoOf('bowl')).toEqual({ title: 'Bowl for soup', description: 'Holds half a litre.' })
    expect(await seoOf('jug')).toEqual({ title: 'jug', description: 'For tests.' })
  })

  test('tells values that are not made from those that are sold out', async () => {
    await offer(mug())
    await sellOut('MUG-OAT-L')
    const { choice } = (await productPage({ slug: 'mug', sku: 'MUG-OAT-S', ...inEnglish }))!
    const values = choice.options.flatMap((option) => option.values)
    expect(values.map(({ label, isAvailable, isMade }) => [label, isAvailable, isMade])).toEqual([
      ['Oat', true, true],
      ['Ink', false, false],
      ['Small', true, true],
      ['Large', false, true],
    ])
  })
})

describe('the pictures of a product', () => {
  const stored = (letter: string) => ({
    stored: { key: letter.repeat(32), width: 600, height: 400, colour: '#112233' },
    alt: { en: `View ${letter}` },
  })
  const shown = async (asked: { sku?: string; view?: number }) => {
    const { choice } = (await productPage({ slug: 'mug', ...asked, ...inEnglish }))!
    return [choice.picture.alt, choice.views.find(({ isShown }) => isShown)?.number]
  }

  test('can be seen large one by one; without a wish it is that of the variant', async () => {
    const [first, second, third] = mug().variants
    await offer(
      mug({
        pictures: ['a', 'b', 'c'].map(stored),
        variants: [first!, second!, { ...third!, picture: 1 }],
      }),
    )
    expect(await shown({})).toEqual(['View a', 1])
    expect(await shown({ sku: 'MUG-INK-L' })).toEqual(['View b', 2])
    expect(await shown({ sku: 'MUG-INK-L', view: 3 })).toEqual(['View c', 3])
    expect(await shown({ sku: 'MUG-INK-L', view: 4 })).toEqual(['View b', 2])
    const { choice } = (await productPage({ slug: 'mug', sku: 'MUG-INK-L', ...inEnglish }))!
    expect(choice.views[0]?.address).toBe('/products/mug?sku=MUG-INK-L&view=1')
  })

  test('are not chosen from where there is one or none', async () => {
    await offer(plain('bowl'))
    await offer(plain('jug', { pictures: [stored('a')] }))
    for (const slug of ['bowl', 'jug'])
      expect((await productPage({ slug, ...inEnglish }))?.choice.views).toEqual([])
  })
})

describe('when it would arrive', () => {
  const rate = { zone: 'home', currency: 'EUR', daysFrom: 2, daysTo: 4 }
  const rules = {
    markets: [],
    taxRates: [],
    zones: [{ code: 'home', name: { en: 'Home' }, places: [{ country: 'DE' }] }],
  }
  beforeEach(() =>
    transaction((tx) =>
      saveRules(tx, {
        ...rules,
        delivery: [
          {
            code: 'standard',
            position: 1,
            name: { en: 'Standard', de: 'Standard' },
            rates: [{ ...rate, amount: 390, freeFrom: 2500 }],
          },
          {
            code: 'express',
            position: 2,
            name: { en: 'Express', de: 'Eilversand' },
            rates: [{ ...rate, amount: 890, freeFrom: null, daysFrom: 1, daysTo: 1 }],
          },
        ],
      }),
    ),
  )

  test('is said for the cheapest way and for the fastest, with what each costs for the variant', async () => {
    await offer(mug())
    const waysOf = async (sku: string) =>
      (await productPage({ slug: 'mug', sku, ...inGerman }))?.choice.delivery?.ways.map(
        ({ name, cost, freeFrom }) => [name, cost.amount, freeFrom?.amount],
      )
    expect(await waysOf('MUG-OAT-S')).toEqual([
      ['Standard', 390, 2500],
      ['Eilversand', 890, undefined],
    ])
    expect(await waysOf('MUG-INK-L')).toEqual([
      ['Standard', 0, undefined],
      ['Eilversand', 890, undefined],
    ])
  })

  test('is not said of what is sold out or has no price', async () => {
    await offer(plain('bowl'), 0)
    expect((await productPage({ slug: 'bowl', ...inEnglish }))?.choice.delivery).toBeNull()
    await offer(plain('jug'))
    expect((await productPage({ slug: 'jug', locale: 'en', currency: 'USD' }))?.choice.delivery).toBeNull()
  })
})

describe('what goes with a product', () => {
  const related = async (slug: string) =>
    (await productPage({ slug, ...inEnglish }))?.related.map((card) => card.slug)

  test('is what somebody has chosen, those that can be bought first, then what leads its category', async () => {
    const attic = await category('attic')
    await offer(plain('tray', { categoryId: attic }), 0)
    await offer(plain('spoon', { categoryId: attic }))
    await offer(plain('secret', { categoryId: attic, published: false }))
    await offer(plain('jug'))
    await offer(plain('empty', { featured: true }), 0)
    await offer(plain('bowl', { related: ['tray', 'secret', 'spoon'] }))
    expect(await related('bowl')).toEqual(['spoon', 'tray', 'jug', 'empty'])
    expect(await related('spoon')).toEqual(['tray'])
    await offer(plain('cup', { categoryId: await category('cups', attic) }))
    expect(await related('cup')).toEqual(['spoon', 'tray'])
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
