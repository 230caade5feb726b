import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { type Permission, requires } from '../identity/index.ts'
import type { Form } from '../platform/forms.ts'
import { takesList } from '../platform/takes-list.ts'

/** The field of a form in which a list stands, as it was typed or as its file had it. */
export const listField = { list: z.string().max(2_000_000, 'shared.form.too-long').default('') }

const hasList = z.object({ list: z.string().trim().min(1) })

/**
 * The handlers of a form with a list that is only looked at: nothing is changed by it, and so nothing is logged. A form
 * without a list is refused before anybody looks.
 */
export function readsList<Schema extends z.ZodObject>(
  right: Permission,
  schema: Schema,
  handle: (req: Request, res: Response, form: Form<z.infer<Schema>>) => Promise<unknown>,
): RequestHandler[] {
  const handler = takesList(schema, (req, res, form) => {
    const isThere = !form.ok || hasList.safeParse(form.given).success
    return handle(req, res, isThere ? form : form.refuse('admin.list.missing', {}, 'list'))
  })
  return [requires(right), Object.assign(handler, { action: 'list-read' })]
}
