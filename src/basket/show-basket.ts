import type { Request, Response } from 'express'
import { ownerOf } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { type BasketView, basketView } from './basket-view.ts'
import { type Removed, takeRemoved } from './removed.ts'

/** What has just happened, where something has. */
export interface Happened {
  /** A quantity that was refused. */
  refused?: { sku: string; form: Form<unknown> }
  removed?: Removed | undefined
  changed?: { title: string; quantity: number }
  /** A voucher that was refused. */
  voucherForm?: Form<unknown>
  /** What a screen reader is told of a voucher. */
  told?: { key: string; values: { code: string } }
}

/** The basket of whoever asks, as a page or as the pieces of one that htmx swaps. */
export async function showBasket(req: Request, res: Response, happened: Happened = {}) {
  const model = {
    basket: await basketHere(req),
    ...{ refused: undefined, changed: undefined, told: undefined, voucherForm: blankForm() },
    ...happened,
    removed: happened.removed ?? takeRemoved(req),
  }
  return req.isHtmx ? res.fragment('basket/_changed', model) : res.page('basket/show', model)
}

/** The basket of whoever asks; undefined while there is nothing in it. */
export function basketHere(req: Request): Promise<BasketView | undefined> {
  return basketView(ownerOf(req), { locale: req.locale, currency: req.currency })
}
