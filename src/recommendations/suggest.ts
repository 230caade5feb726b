import { type Card, cardsOf, productNames, sellableAmong, soughtAround } from '../catalogue/index.ts'
import type { Locale } from '../platform/locale.ts'
import { choicesOf } from './choices.ts'
import type { Placement } from './placement.ts'
import type { Source, Suggestion } from './source.ts'
import type { Step } from './visitor-trail.ts'

export interface Wanted {
  placement: Placement | 'mail'
  /** What is known, the oldest first. */
  trail: Step[]
  /** What must not be recommended here, besides what is known. */
  hidden: number[]
  /** What is to be seen nearby anyway, and is recommended only where there is nothing else. */
  nearby?: number[]
  count: number
  locale: Locale
  /** ISO 4217. */
  currency: string
  /** What people buy is recommended, and no model asked: to see what a model is good for. */
  isControl?: boolean
}

/** A product that is recommended, and what of the person's own speaks for it. */
export interface Suggested {
  card: Card
  because: { how: Step['how']; title: string; slug: string } | null
}

export interface Suggestions {
  /** What has chosen, as figures name it. */
  version: string
  suggested: Suggested[]
}

/** What is popular and no more. */
export const CONTROL = 'popular'
/** What is sold out or taken by now must not leave gaps. */
const MORE = 40

/**
 * What could be wanted: what staff have pinned, what the model says, and where that is not enough what people buy near the
 * last product and anywhere. All of it can be bought now.
 */
export async function suggest(source: Source, wanted: Wanted): Promise<Suggestions> {
  const { placement, count, isControl = false } = wanted
  const known = wanted.trail.map(({ productId }) => productId)
  const [choices, answer] = await Promise.all([
    choicesOf(placement),
    isControl ? undefined : source.ask({ trail: known, count: count + MORE }),
  ])
  const hidden = new Set([...wanted.hidden, ...choices.excluded, ...known])
  const said = new Map(answer?.suggestions.map((one) => [one.productId, one]))
  const likely = [...choices.pinned, ...said.keys()].filter((id) => !hidden.has(id))
  const ids = await filledUp([...new Set(likely)], hidden, wanted)
  return { version: answer?.version ?? CONTROL, suggested: await explained(ids, said, wanted) }
}

async function filledUp(likely: number[], hidden: Set<number>, wanted: Wanted): Promise<number[]> {
  const { trail, count, nearby = [] } = wanted
  const sellable = await sellableAmong(likely, wanted)
  const fresh = sellable.filter((id) => !nearby.includes(id))
  if (fresh.length >= count) return fresh.slice(0, count)
  const sought = await soughtAround(trail.at(-1)?.productId, count + MORE, wanted)
  const others = sought.filter((id) => !hidden.has(id) && !sellable.includes(id))
  const all = [...sellable, ...(await sellableAmong(others, wanted))]
  const isNearby = (id: number) => nearby.includes(id)
  return [...all.filter((id) => !isNearby(id)), ...all.filter(isNearby)].slice(0, count)
}

async function explained(
  ids: number[],
  said: Map<number, Suggestion>,
  { trail, ...locality }: Wanted,
): Promise<Suggested[]> {
  const steps = new Map(trail.map((step) => [step.productId, step]))
  const reasonOf = (id: number) => steps.get(said.get(id)?.because ?? -1)
  const reasons = ids.flatMap((id) => reasonOf(id)?.productId ?? [])
  const [cards, names] = await Promise.all([
    cardsOf(ids, locality),
    productNames([...new Set(reasons)], locality.locale),
  ])
  return cards.map((card) => {
    const reason = reasonOf(card.id)
    const name = reason && names.get(reason.productId)
    return { card, because: reason && name ? { how: reason.how, ...name } : null }
  })
}
