import { createHash } from 'node:crypto'
import { findVariants, type SellableVariant } from '../catalogue/index.ts'
import type { Owner } from '../identity/index.ts'
import type { Locale } from '../platform/locale.ts'
import { addLine } from './add-line.ts'

/** What is wanted, with the name under which the shopper knows it. */
export interface WantedLine {
  variantId: number
  quantity: number
  title: string
}

interface Manner {
  locale: Locale
  currency: string
  /** The one-time key of the form: sent twice, everything is added once. */
  key: string
}

/**
 * Puts several things into the owner's basket, as far as they are to be had: line by line, each once under a key of its
 * own, so that an attempt that was cut short goes on where it was. `missing` names what could not be had, or not all of it.
 */
export async function addLines(owner: Owner, wanted: WantedLine[], { key, ...audience }: Manner) {
  const variants = await findVariants(
    wanted.map(({ variantId }) => variantId),
    audience,
  )
  const known = new Map(variants.map((variant) => [variant.id, variant]))
  const missing: string[] = []
  let added = 0
  for (const { variantId, quantity, title } of wanted) {
    const variant = known.get(variantId)
    const put = variant?.isPublished ? await addUpTo(owner, variant, quantity, keyOf(key, variantId)) : 0
    added += put
    if (put < quantity) missing.push(title)
  }
  return { added, missing }
}

/** Adds as many as there are, up to what is wanted; gives how many that were. */
async function addUpTo(
  owner: Owner,
  variant: SellableVariant,
  quantity: number,
  key: string,
): Promise<number> {
  const added = await addLine(owner, { variant, quantity, key })
  if (!added.refused) return quantity
  const room = added.refused === 'short' || added.refused === 'tooMany' ? added.left - added.already : 0
  if (room <= 0) return 0
  const fewer = await addLine(owner, { variant, quantity: room, key })
  return fewer.refused ? 0 : room
}

/** The same key for the same line of the same form. */
function keyOf(formKey: string, variantId: number): string {
  const digest = createHash('sha256').update(`${formKey} ${variantId}`).digest('hex')
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
