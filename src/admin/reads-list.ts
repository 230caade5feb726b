import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { type Permission, requires } from '../identity/index.ts'
import type { Form } from '../platform/forms.ts'
import { takesList } from '../platform/takes-list.ts'

/** The handlers of a form with a list that is only looked at: nothing is changed by it, and so nothing is logged. */
export function readsList<Schema extends z.ZodObject>(
  right: Permission,
  schema: Schema,
  handle: (req: Request, res: Response, form: Form<z.infer<Schema>>) => Promise<unknown>,
): RequestHandler[] {
  return [requires(right), Object.assign(takesList(schema, handle), { action: 'list-read' })]
}
