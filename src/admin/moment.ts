import { z } from 'zod'

/** A day and a time as a browser's field writes them, or nothing. */
export const moment = z
  .string()
  .trim()
  .regex(
    /^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/,
    'admin.product.moment',
  )
  .default('')
