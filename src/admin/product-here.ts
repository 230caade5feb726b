import type { Request } from 'express'
import { z } from 'zod'
import { productStateOf, productToEdit } from '../catalogue/index.ts'
import { NotFound } from '../platform/errors.ts'
import type { Change } from './change.ts'

/** The product that an address of the office names. */
export async function productHere(req: Request) {
  const whole = await productToEdit(productIdIn(req))
  if (!whole) throw new NotFound('product')
  return whole
}

export function productIdIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.product)
}

/** Who may change a product, and what the log keeps of it. */
export function productChange(action: string): Change {
  return {
    ...{ right: 'edit-products', action },
    subject: (req) => `product ${req.params.product}`,
    state: (tx, req) => productStateOf(tx, productIdIn(req)),
  }
}

/** What every screen of a product says of it. */
export function productHead({ product }: Awaited<ReturnType<typeof productHere>>) {
  return { id: product.id, slug: product.slug, version: product.version, title: product.title.en }
}
