import type { Request } from 'express'
import { productsOfSlugs, shownBeside } from '../catalogue/index.ts'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf } from '../identity/index.ts'
import { controlShare, isControl } from './choices.ts'
import { dismissedBy } from './dismissals.ts'
import type { Placement } from './placement.ts'
import type { Source } from './source.ts'
import { CONTROL, type Suggestions, suggest } from './suggest.ts'
import { type Step, visitorTrail } from './visitor-trail.ts'

export interface Lent {
  /** The products in the basket of whoever asks. */
  productsInBasket: (req: Request) => Promise<number[]>
}

/** On a page of its own there is room for more. */
const SHOWN = { piece: 4, page: 12 }
/** Of an order's goods, so many speak. */
const MOST_NAMED = 20

/** What is recommended in a place to whoever asks; `slugs` are the products that the place is about. */
export async function widget(
  source: Source,
  lent: Lent,
  { req, placement, slugs }: { req: Request; placement: Placement; slugs: string[] },
): Promise<Suggestions> {
  const { locale, currency } = req
  const owner = ownerOf(req)
  const [about, inBasket, dismissed, share] = await Promise.all([
    productsOfSlugs(slugs.slice(0, MOST_NAMED)),
    lent.productsInBasket(req),
    dismissedBy(req),
    owner && hasAnsweredYes(req) ? controlShare() : 0,
  ])
  if (placement === 'basket' && inBasket.length === 0) return { version: CONTROL, suggested: [] }
  const trail = await questionOf(placement, { req, about, inBasket })
  const beside = placement === 'product' && about[0] ? await shownBeside(about[0], { locale, currency }) : []
  const found = await suggest(source, {
    ...{ placement, trail, count: req.isHtmx ? SHOWN.piece : SHOWN.page, locale, currency },
    ...{ hidden: [...inBasket, ...dismissed, ...about], nearby: beside },
    isControl: owner !== undefined && isControl(owner.visitorId, share),
  })
  return placement === 'product' ? withoutReasons(found) : found
}

/** Beside a product it goes without saying. */
function withoutReasons({ version, suggested }: Suggestions): Suggestions {
  return { version, suggested: suggested.map(({ card }) => ({ card, because: null })) }
}

type Known = { req: Request; about: number[]; inBasket: number[] }

/** What speaks in which place: all that somebody has done; one product; what is in the basket; what is named as ordered, by whom the address does not prove. */
async function questionOf(placement: Placement, { req, about, inBasket }: Known): Promise<Step[]> {
  const all = (ids: number[], how: Step['how']) => ids.map((productId) => ({ productId, how }))
  if (placement === 'product') return all(about, 'view')
  if (placement === 'order') return all(about, 'named')
  if (placement === 'basket') return all(inBasket, 'basket')
  const done = (await visitorTrail(req)).filter(({ productId }) => !inBasket.includes(productId))
  return [...done, ...all(inBasket, 'basket')]
}
