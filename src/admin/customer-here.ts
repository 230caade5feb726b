import type { Request } from 'express'
import { z } from 'zod'
import { findCustomer } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'

/** The customer that an address of the office names. Staff are no customers here: they are found among the staff. */
export async function customerHere(req: Request) {
  const customer = await findCustomer(customerIdIn(req))
  if (!customer || customer.roles.length > 0) throw new NotFound('customer')
  return customer
}

export function customerIdIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.customer)
}
