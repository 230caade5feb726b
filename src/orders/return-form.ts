import { z } from 'zod'
import type { Pieces } from './pieces.ts'
import { returnReasons } from './return.ts'

const LONGEST_COMMENT = 1_000
const FIELD = /^quantity-(\d{1,3})$/

/** What a shopper sends back and why; how many of each line stands in a field of its own, `quantity-<position>`. */
export const returnForm = z
  .object({
    reason: z.enum(returnReasons, 'orders.return.reason.missing'),
    comment: z
      .string()
      .max(LONGEST_COMMENT * 2, 'shared.form.too-long')
      .transform((text) => text.replace(/\r\n?/g, '\n').trim())
      .pipe(z.string().max(LONGEST_COMMENT, 'shared.form.too-long'))
      .default(''),
    key: z.uuid(),
  })
  .catchall(z.string().regex(/^\d{0,3}$/))

/** The pieces that a form names, without the lines of which nothing goes back. */
export function piecesIn(given: Record<string, string>): Pieces[] {
  return Object.entries(given).flatMap(([field, quantity]) => {
    const position = FIELD.exec(field)?.[1]
    return position && Number(quantity) > 0
      ? [{ position: Number(position), quantity: Number(quantity) }]
      : []
  })
}
