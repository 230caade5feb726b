import type { Refuse } from '../platform/faults.ts'
import type { Row } from './rows.ts'

/** A picture of a product: an address on the web, or the path of a file beside the one that is imported. */
export interface ImportedPicture {
  line: number
  source: string
  alt: string
}

const MOST_PICTURES = 250

/** The pictures of a product in the order that the file gives them, each once. */
export function readPictures(rows: Row[], refuse: Refuse): ImportedPicture[] {
  const shown = rows
    .filter((row) => row.image)
    .map((row, index) => ({ row, position: Number.parseInt(row.imagePosition, 10) || index + 1 }))
    .sort((a, b) => a.position - b.position)
    .map(({ row }) => ({ line: row.line, source: row.image, alt: row.imageAlt }))
  const onlyVariants = rows
    .filter((row) => row.variantImage)
    .map((row) => ({ line: row.line, source: row.variantImage, alt: row.image ? '' : row.imageAlt }))
  const pictures = [...shown, ...onlyVariants].map((picture) => ({
    ...picture,
    source: addressOf(picture.source),
  }))
  for (const { line, source } of pictures) {
    if (isWeb(source) && !URL.canParse(source)) refuse(line, `“${source}” is no address of a picture.`)
  }
  const each = pictures.filter(
    ({ source }, index) => pictures.findIndex((other) => other.source === source) === index,
  )
  if (each.length > MOST_PICTURES)
    refuse(each[MOST_PICTURES]!.line, `The product has more than ${MOST_PICTURES} pictures.`)
  return each
}

/** An address as it is kept; one that leaves out how it is to be asked for is asked for securely. */
export function addressOf(source: string): string {
  return source.startsWith('//') ? `https:${source}` : source
}

export function isWeb(source: string): boolean {
  return /^https?:/i.test(source)
}
