import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { customerOf, type Permission, requires } from '../identity/index.ts'
import { inCompany, type Transaction } from '../platform/database.ts'
import { type Form, takes } from '../platform/forms.ts'
import { networkOf } from '../platform/rate-limit.ts'
import { writeAudit } from './write-audit.ts'

/** What a screen of the staff changes: who may, what it is called, and what is noted of it. */
export interface Change {
  right: Permission
  /** Its name in the audit log; `admin.action.<action>` says it in words. */
  action: string
  /** What is changed, as people name it. */
  subject: (req: Request) => string
  /** How it is before and after, as the log shows it; without it, that it was done is all there is to say. */
  state?: (tx: Transaction, req: Request) => Promise<object | undefined>
}

type Handler<Value> = (req: Request, res: Response, form: Form<Value>, next: NextFunction) => Promise<unknown>

/**
 * The handlers of a form of the staff's: the right is asked for, and whatever transaction the change runs writes its entry
 * of the audit log itself. What changes nothing (a form sent twice) leaves no entry.
 */
export function changes<Schema extends z.ZodObject>(
  change: Change,
  schema: Schema,
  handle: Handler<z.infer<Schema>>,
): RequestHandler[] {
  const handler = takes(schema, async (req, res, form, next) => {
    let before: object | undefined
    const company = {
      before: async (tx: Transaction) => {
        before = await change.state?.(tx, req)
      },
      after: async (tx: Transaction) => {
        const after = await change.state?.(tx, req)
        if (change.state && JSON.stringify(before) === JSON.stringify(after)) return
        const { action, subject } = change
        await writeAudit(tx, {
          ...{ actor: actorOf(req), action, subject: subject(req), before, after },
          ...{ network: networkOf(req), request: String(req.id) },
        })
      },
    }
    await inCompany(company, () => handle(req, res, form, next))
  })
  return [requires(change.right), Object.assign(handler, { action: change.action })]
}

/** By what the logs name whoever is at work. */
export function actorOf(req: Request): string {
  return `staff:${customerOf(req)?.email ?? 'nobody'}`
}
