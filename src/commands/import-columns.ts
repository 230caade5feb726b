/** The columns that we read of a Shopify product file, each with its older and its current name. */
const names = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  description: ['Body (HTML)', 'Description'],
  vendor: ['Vendor'],
  type: ['Type'],
  category: ['Product Category'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  option1Name: ['Option1 Name'],
  option1Value: ['Option1 Value'],
  option2Name: ['Option2 Name'],
  option2Value: ['Option2 Value'],
  option3Name: ['Option3 Name'],
  option3Value: ['Option3 Value'],
  sku: ['Variant SKU', 'SKU'],
  barcode: ['Variant Barcode', 'Barcode'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity'],
  price: ['Variant Price', 'Price'],
  compareAt: ['Variant Compare At Price', 'Compare-at price'],
  image: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
  variantImage: ['Variant Image', 'Variant image URL'],
  seoDescription: ['SEO Description'],
} as const

export type Column = keyof typeof names
export const columns = Object.keys(names) as Column[]

const required: Column[] = ['handle', 'title', 'price']

/** Which of our columns stands in which place of the file, and a sentence for each required one that is missing. */
export function readHeader(header: string[]) {
  const written = header.map(plain)
  const places = new Map<Column, number>()
  for (const column of columns) {
    const known = names[column].map(plain)
    const place = written.findIndex((name) => known.includes(name))
    if (place >= 0) places.set(column, place)
  }
  const missing = required.filter((column) => !places.has(column))
  return { places, faults: missing.map((column) => `There is no column “${names[column].join('” or “')}”.`) }
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
