import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { recordOf } from '../../src/platform/csv-cells.ts'
import { headingsOf } from '../../src/shopify/columns.ts'

const names = headingsOf('classic').map(({ name }) => name)
const things = [
  'Mug',
  'Bowl',
  'Tray',
  'Vase',
  'Lamp',
  'Towel',
  'Basket',
  'Board',
  'Jug',
  'Planter',
  'Cushion',
  'Stool',
]
const manners = [
  'speckled',
  'ribbed',
  'woven',
  'turned',
  'plain',
  'smoked',
  'brushed',
  'quilted',
  'glazed',
  'oiled',
]
const colours = ['Oat', 'Ink', 'Moss', 'Clay', 'Chalk', 'Plum']

/** Goods as Shopify would export them, invented by their number: every third has one variant, the others two or three. */
export async function writeShopifyFile(
  path: string,
  products: number,
  breakOne: (number: number) => boolean = () => false,
) {
  const lines = function* () {
    yield recordOf(names)
    for (let number = 0; number < products; number++) yield productLines(number, breakOne(number))
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

function productLines(number: number, isBroken: boolean): string {
  const thing = things[number % things.length]!
  const manner = manners[(number * 7) % manners.length]!
  const handle = `${manner}-${thing.toLowerCase()}-${number}`
  const count = 1 + (number % 3)
  const price = (9 + (number % 90)).toFixed(2)
  return Array.from({ length: count }, (_none, index) => {
    const cells: Record<string, string> = {
      Handle: handle,
      ...(index === 0 && headCells(number, thing, manner, count)),
      'Option1 Value': count === 1 ? 'Default Title' : colours[(number + index) % colours.length]!,
      'Variant SKU': `SKU-${number}-${index}`,
      'Variant Grams': String(100 + (number % 900)),
      'Variant Inventory Qty': String((number * 3 + index) % 40),
      'Variant Price': isBroken && index === 0 ? 'cheap' : price,
      'Variant Taxable': 'TRUE',
      'Image Src': `https://pictures.example/${handle}-${index}.jpg`,
      'Image Position': String(index + 1),
      'Image Alt Text': `${thing} ${number}, picture ${index + 1}`,
    }
    return recordOf(names.map((name) => cells[name] ?? ''))
  }).join('')
}

function headCells(number: number, thing: string, manner: string, count: number): Record<string, string> {
  return {
    Title: `The ${manner} ${thing.toLowerCase()} no. ${number}`,
    'Body (HTML)': `<p>A ${manner} ${thing.toLowerCase()}, made in a small workshop, "to last" and to be mended.</p>\n<ul><li>Made by hand</li><li>Number ${number}</li></ul>`,
    Vendor: `Workshop ${number % 40}`,
    'Product Category': `Home & Garden > Living > ${thing}s`,
    Type: `${thing}s`,
    Tags: `${manner}, handmade`,
    Published: 'TRUE',
    'Option1 Name': count === 1 ? 'Title' : 'Colour',
    'SEO Title': `${manner} ${thing.toLowerCase()}`,
    'SEO Description': `A ${manner} ${thing.toLowerCase()} for every day.`,
    Status: 'active',
  }
}
