import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { demoCategories, demoProducts, heroDrawing } from '../../src/commands/demo/catalogue.ts'

const firsts = demoProducts.map((product) => [product.slug, product.pictures[0]!.draw] as const)
const sample = firsts.filter((_, i) => i % 9 === 0)

function opensAndCloses(svg: string): boolean {
  const open: string[] = []
  for (const [, closing, name, itself] of svg.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!itself) open.push(name!)
  }
  return open.length === 0
}

describe.each(firsts)('the picture of %s', (_, draw) => {
  const svg = draw()

  test('is a complete SVG of four to five', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 960 1200"/)
    expect(opensAndCloses(svg)).toBe(true)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('refers only to what it defines', () => {
    const defined = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(used.filter((id) => !defined.has(id))).toEqual([])
  })
})

test('a picture is the same every time it is drawn', () => {
  for (const [, draw] of sample) expect(draw()).toBe(draw())
})

test('colours are seen: the variants of a mug differ in their pictures', async () => {
  const mug = demoProducts.find(({ slug }) => slug === 'straight-mug')!
  const middles = await Promise.all(
    mug.pictures.slice(0, 3).map(async ({ draw }) => {
      const pixel = { left: 430, top: 700, width: 1, height: 1 }
      return [...(await sharp(Buffer.from(draw())).extract(pixel).raw().toBuffer())].join()
    }),
  )
  expect(new Set(middles).size).toBe(3)
})

test.each(sample)('%s renders, and something stands on the light plate', async (_, draw) => {
  const { data, info } = await sharp(Buffer.from(draw())).png().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([960, 1200])
  const { channels, isOpaque } = await sharp(data).stats()
  expect(isOpaque).toBe(true)
  expect(Math.max(...channels.map(({ mean }) => mean))).toBeGreaterThan(170)
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(5)
})

test('each family has a tile, and no shelf within it needs one', async () => {
  const families = demoCategories.filter(({ path }) => !path.includes('/'))
  const sizes = await Promise.all(
    families.map(async ({ drawing }) => {
      const { width, height } = await sharp(Buffer.from(drawing!())).metadata()
      return `${width} × ${height}`
    }),
  )
  expect(sizes).toEqual(families.map(() => '960 × 1200'))
})

test('the home page’s still life leaves its left third calm', async () => {
  const hero = await sharp(Buffer.from(heroDrawing())).png().toBuffer()
  const { width, height } = await sharp(hero).metadata()
  expect([width, height]).toEqual([1600, 1000])
  const part = async (left: number) => {
    const area = { left, top: 0, width: 520, height: 1000 }
    return sharp(await sharp(hero).extract(area).png().toBuffer()).stats()
  }
  const [calm, full] = [await part(0), await part(800)]
  expect(calm.channels[0]!.stdev).toBeLessThan(full.channels[0]!.stdev / 3)
})
