import type { Request, Response } from 'express'
import { notify, ownerOf } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import type { Values } from '../platform/messages.ts'
import { type BasketView, basketView } from './basket-view.ts'
import { type Removed, takeRemoved } from './removed.ts'
import { savedLines } from './saved-lines.ts'

/** What has just happened, where something has. */
export interface Happened {
  /** A quantity that was refused. */
  refused?: { sku: string; form: Form<unknown> }
  removed?: Removed | undefined
  changed?: { title: string; quantity: number }
  /** A voucher that was refused. */
  voucherForm?: Form<unknown>
  /** What is to be said of another change. */
  told?: Told | undefined
}

interface Told {
  key: string
  values: Values
}

/** The basket of whoever asks, as a page or as the pieces of one that htmx swaps; what depends on it hears of that. */
export async function showBasket(req: Request, res: Response, happened: Happened = {}) {
  const [basket, saved] = await Promise.all([basketHere(req), savedLines(ownerOf(req), req)])
  const model = {
    ...{ basket, saved },
    ...{ refused: undefined, changed: undefined, told: undefined, voucherForm: blankForm() },
    ...happened,
    removed: happened.removed ?? takeRemoved(req),
  }
  if (!req.isHtmx) return res.page('basket/show', model)
  res.set('HX-Trigger', 'basket-changed')
  return res.fragment('basket/_changed', model)
}

/** The answer to a change that is done: the changed basket for htmx, else the way to it with what is to be said. */
export async function answerChange(req: Request, res: Response, told?: Told) {
  if (req.isHtmx) return showBasket(req, res, { told })
  if (told) notify(req, told)
  res.redirect(303, req.addressTo('/basket'))
}

/** The basket of whoever asks; undefined while there is nothing in it. */
export function basketHere(req: Request): Promise<BasketView | undefined> {
  return basketView(ownerOf(req), { locale: req.locale, currency: req.currency })
}
