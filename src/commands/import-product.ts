import { type ProductDraft, slugOf } from '../catalogue/index.ts'
import type { Refuse } from './import-fault.ts'
import { type ImportedPicture, readPictures } from './import-pictures.ts'
import type { Row } from './import-rows.ts'
import { plainText, summaryOf } from './import-texts.ts'
import { type ImportedVariant, type Reading, readVariants } from './import-variants.ts'

/** A product as the rows of a file describe it. */
export interface ImportedProduct {
  line: number
  category: string
  /** What is known of it before its category and its pictures are in the shop. */
  draft: Omit<ProductDraft, 'categoryId' | 'pictures' | 'variants'>
  variants: ImportedVariant[]
  pictures: ImportedPicture[]
}

const LONGEST_TITLE = 255

/** Reads the rows of one product; what is wrong with them goes to `refuse`, with its line. */
export function readProduct(rows: Row[], reading: Reading, refuse: Refuse): ImportedProduct {
  const head = rows.find((row) => row.title) ?? rows[0]!
  const title = plainText(head.title)
  if (!title) refuse(head.line, `The product “${head.handle}” has no title.`)
  if (title.length > LONGEST_TITLE) refuse(head.line, `The title is longer than ${LONGEST_TITLE} characters.`)
  const pictures = readPictures(rows, refuse)
  const { options, variants } = readVariants(rows, head, pictures, reading, refuse)
  const inLanguage = (text: string) => ({ [reading.locale]: text })
  return {
    line: head.line,
    category: head.type || head.category.split('>').at(-1)!.trim(),
    draft: {
      slug: slugOf(head.handle),
      brand: plainText(head.vendor),
      title: inLanguage(title),
      summary: inLanguage(plainText(head.seoDescription) || summaryOf(head.description)),
      description: inLanguage(head.description),
      published: isPublished(head),
      options,
    },
    variants,
    pictures,
  }
}

function isPublished({ published, status }: Row): boolean {
  return !/^(false|no|0)$/i.test(published) && !/^(draft|archived|unlisted)$/i.test(status)
}
