import { findVariants, type SellableVariant } from '../catalogue/index.ts'
import type { Locale } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { type Alert, findAlert } from './alert.ts'

/** An alert, and what it is about; `name` is that of the variant, "Oat mug, 300 ml". */
export interface AlertView extends Alert {
  name: string
  variant: SellableVariant
}

/** What a mail says of an alert, in its language; undefined once it is removed, or its variant sold no more. */
export async function alertView(id: number): Promise<AlertView | undefined> {
  const alert = await findAlert(id)
  const view = alert && (await withVariant(alert, alert.locale))
  return view?.variant.isPublished ? view : undefined
}

export async function withVariant(alert: Alert, locale: Locale): Promise<AlertView | undefined> {
  const [variant] = await findVariants([alert.variantId], { locale, currency: currencies[0] })
  if (!variant) return undefined
  return { ...alert, variant, name: [variant.title, variant.optionText].filter(Boolean).join(', ') }
}
