import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { customerOf, type Permission, requires } from '../identity/index.ts'
import { type MediaStore, type SentPicture, takesUpload } from '../media/index.ts'
import { type Around, inCompany, type Transaction } from '../platform/database.ts'
import { type Form, takes } from '../platform/forms.ts'
import { networkOf } from '../platform/rate-limit.ts'
import type { SentFile, UploadLimits } from '../platform/receive-upload.ts'
import { takesFile } from '../platform/takes-list.ts'
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
  const handler = takes(schema, (req, res, form, next) =>
    inCompany(auditOf(change, req), () => handle(req, res, form, next)),
  )
  return [requires(change.right), Object.assign(handler, { action: change.action })]
}

/** The same for a form with pictures; they are in the store when the handler is asked. */
export function changesWithPictures<Schema extends z.ZodObject>(
  media: MediaStore,
  change: Change,
  schema: Schema,
  handle: (
    req: Request,
    res: Response,
    sent: { form: Form<z.infer<Schema>>; pictures: SentPicture[] },
  ) => Promise<unknown>,
): RequestHandler[] {
  const handler = takesUpload(media, schema, (req, res, sent) =>
    inCompany(auditOf(change, req), () => handle(req, res, sent)),
  )
  return [requires(change.right), Object.assign(handler, { action: change.action })]
}

/** The same for a form with one file of any kind, which is there while the handler is asked. */
export function changesWithFile<Schema extends z.ZodObject>(
  change: Change,
  schema: Schema,
  limits: UploadLimits,
  handle: (
    req: Request,
    res: Response,
    sent: { form: Form<z.infer<Schema>>; file: SentFile | undefined },
  ) => Promise<unknown>,
): RequestHandler[] {
  const handler = takesFile(schema, limits, (req, res, sent) =>
    inCompany(auditOf(change, req), () => handle(req, res, sent)),
  )
  return [requires(change.right), Object.assign(handler, { action: change.action })]
}

/** What goes into the transaction of a change: how it is before it, and the entry after it. */
function auditOf(change: Change, req: Request): Around {
  let before: object | undefined
  return {
    before: async (tx) => {
      before = await change.state?.(tx, req)
    },
    after: async (tx) => {
      const after = await change.state?.(tx, req)
      if (change.state && JSON.stringify(before) === JSON.stringify(after)) return
      const { action, subject } = change
      await writeAudit(tx, {
        ...{ actor: actorOf(req), action, subject: subject(req), before, after },
        ...{ network: networkOf(req), request: String(req.id) },
      })
    },
  }
}

/** By what the logs name whoever is at work. */
export function actorOf(req: Request): string {
  return `staff:${customerOf(req)?.email ?? 'nobody'}`
}
