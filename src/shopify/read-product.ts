import type { ProductDraft } from '../catalogue/index.ts'
import type { Refuse } from '../platform/faults.ts'
import type { Group } from './groups.ts'
import { type ImportedPicture, readPictures } from './pictures.ts'
import { readPublication, readTags, statusOf } from './read-cells.ts'
import { type ImportedVariant, type Reading, readVariants } from './read-variants.ts'
import type { Row } from './rows.ts'
import { oneLine } from './texts.ts'

type Said =
  | 'slug'
  | 'brand'
  | 'title'
  | 'type'
  | 'taxonomy'
  | 'tags'
  | 'status'
  | 'seoTitle'
  | 'seoDescription'

/** A product as the rows of a file describe it. What the file has no column for is undefined, and stays as it is. */
export interface ImportedProduct {
  slug: string
  /** Its last line. */
  line: number
  category: string
  isPublished: boolean | undefined
  description: string | undefined
  draft: Pick<ProductDraft, Said | 'options'>
  variants: ImportedVariant[]
  pictures: ImportedPicture[] | undefined
}

const LONGEST_TITLE = 255

/** Reads the rows of one product; what is wrong with them goes to `refuse`, with its line. Undefined where too much is. */
export function readProduct(
  { slug, rows }: Group,
  reading: Reading,
  refuse: Refuse,
): ImportedProduct | undefined {
  for (const { line, fault } of rows) if (fault) refuse(line, fault)
  const [first, ...others] = rows.filter(({ fault }) => !fault)
  if (!first || rows[0]!.fault) return undefined
  if (!slug) return refuseNameless(first, refuse)
  if (others.filter((row) => refuseOtherHandle(row, first, refuse)).length > 0) return undefined
  const sound = [first, ...others]
  const head = sound.find((row) => row.title) ?? first
  const pictures = readPictures(sound, refuse)
  const { options, variants } = readVariants(sound, head, pictures, reading, refuse)
  return {
    ...{ slug, line: rows.at(-1)!.line, variants },
    category: head.type || head.category.split('>').at(-1)!.trim(),
    isPublished: readPublication(head, reading.columns, refuse),
    description: reading.columns.has('description') ? head.description : undefined,
    draft: { slug, options, ...readTexts(head, reading, refuse) },
    pictures: reading.columns.has('image') ? pictures : undefined,
  }
}

function refuseNameless({ line, handle }: Row, refuse: Refuse): undefined {
  refuse(line, handle ? `The handle “${handle}” has no letter or digit.` : 'The row has no handle.')
}

/** Two handles can come to the same address: that they mean one product is too much to guess. */
function refuseOtherHandle({ line, handle }: Row, first: Row, refuse: Refuse): boolean {
  if (handle.toLowerCase() === first.handle.toLowerCase()) return false
  refuse(line, `The handle “${handle}” comes to the same address as “${first.handle}” on line ${first.line}.`)
  return true
}

function readTexts(
  head: Row,
  { locale, columns }: Reading,
  refuse: Refuse,
): Omit<Pick<ProductDraft, Said>, 'slug'> {
  const title = oneLine(head.title)
  if (!title) refuse(head.line, `The product “${head.handle}” has no title.`)
  if (title.length > LONGEST_TITLE) refuse(head.line, `The title is longer than ${LONGEST_TITLE} characters.`)
  const given = {
    vendor: { brand: oneLine(head.vendor) },
    type: { type: head.type },
    category: { taxonomy: head.category },
    tags: { tags: readTags(head.tags) },
    status: { status: statusOf(head) },
    seoTitle: { seoTitle: { [locale]: head.seoTitle } },
    seoDescription: { seoDescription: { [locale]: head.seoDescription } },
  }
  const said = Object.entries(given).flatMap(([column, said]) =>
    columns.has(column as keyof typeof given) ? [said] : [],
  )
  return Object.assign({ title: { [locale]: title } }, ...said)
}
