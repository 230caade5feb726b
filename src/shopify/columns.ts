/** The columns that we know of a Shopify product file: the name in its classic export, and in its newer template. */
const names = {
  handle: ['Handle', 'URL handle'],
  title: ['Title', 'Title'],
  description: ['Body (HTML)', 'Description'],
  vendor: ['Vendor', 'Vendor'],
  category: ['Product Category', 'Product category'],
  type: ['Type', 'Type'],
  tags: ['Tags', 'Tags'],
  published: ['Published', 'Published on online store'],
  option1Name: ['Option1 Name', 'Option1 name'],
  option1Value: ['Option1 Value', 'Option1 value'],
  option2Name: ['Option2 Name', 'Option2 name'],
  option2Value: ['Option2 Value', 'Option2 value'],
  option3Name: ['Option3 Name', 'Option3 name'],
  option3Value: ['Option3 Value', 'Option3 value'],
  sku: ['Variant SKU', 'SKU'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity'],
  price: ['Variant Price', 'Price'],
  compareAt: ['Variant Compare At Price', 'Compare-at price'],
  taxable: ['Variant Taxable', 'Charge tax'],
  barcode: ['Variant Barcode', 'Barcode'],
  image: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position', 'Image position'],
  imageAlt: ['Image Alt Text', 'Image alt text'],
  seoTitle: ['SEO Title', 'SEO title'],
  seoDescription: ['SEO Description', 'SEO description'],
  variantImage: ['Variant Image', 'Variant image URL'],
  status: ['Status', 'Status'],
} as const

export type Column = keyof typeof names
export const columns = Object.keys(names) as Column[]

/** How a file names its columns and in which order they stand. */
export const headings = ['classic', 'template'] as const
export type Headings = (typeof headings)[number]

const templateOrder: Column[] = [
  ...([
    'title',
    'handle',
    'description',
    'vendor',
    'category',
    'type',
    'tags',
    'published',
    'status',
  ] as const),
  ...(['sku', 'barcode', 'option1Name', 'option1Value', 'option2Name', 'option2Value'] as const),
  ...(['option3Name', 'option3Value', 'price', 'compareAt', 'taxable', 'quantity', 'grams'] as const),
  ...(['image', 'imagePosition', 'imageAlt', 'variantImage', 'seoTitle', 'seoDescription'] as const),
]

const required: Column[] = ['handle', 'title', 'price']

/** The columns that an export writes, in their order, each with its name. */
export function headingsOf(style: Headings): { column: Column; name: string }[] {
  const isClassic = style === 'classic'
  return (isClassic ? columns : templateOrder).map((column) => ({
    column,
    name: names[column][isClassic ? 0 : 1],
  }))
}

/** Which of our columns stands in which place of the file, and a sentence for each required one that is missing. */
export function readHeader(header: string[]) {
  const written = header.map(plain)
  const places = new Map<Column, number>()
  for (const column of columns) {
    const known = names[column].map(plain)
    const place = written.findIndex((name) => known.includes(name))
    if (place >= 0) places.set(column, place)
  }
  return { places, faults: faultsOf(header, places) }
}

function faultsOf(header: string[], places: Map<Column, number>): string[] {
  if (header.length === 1 && header[0]!.includes(';'))
    return ['The cells are separated by semicolons: save the file with commas.']
  return required
    .filter((column) => !places.has(column))
    .map((column) => `There is no column “${[...new Set(names[column])].join('” or “')}”.`)
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
