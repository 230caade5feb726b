import { isDeepStrictEqual } from 'node:util'
import { row, type Transaction } from '../platform/database.ts'
import { type Claim, claimProducts } from './claim-products.ts'
import { mergeDraft } from './merge-draft.ts'
import type { ProductDraft } from './product-draft.ts'
import { readStates, type StateOfProduct } from './product-state.ts'
import type { SavedVariant } from './save-variants.ts'
import { writeChanges } from './write-changes.ts'

/** A product as it stands in the catalogue now. */
export interface SavedProduct {
  refused?: undefined
  id: number
  slug: string
  isNew: boolean
  /** Something differs from what was there: false when the same is saved again. */
  isChanged: boolean
  variants: SavedVariant[]
}

/** These stock keeping units are other products'. */
export interface SkusTaken {
  refused: 'sku-taken'
  skus: string[]
}

type Outcome = SkusTaken | { refused?: undefined; products: SavedProduct[] }

/** Makes each product what its draft says. After a refusal the caller takes back what was written. */
export async function writeProducts(
  drafts: ProductDraft[],
  tx: Transaction,
  manner: { listLater?: boolean } = {},
): Promise<Outcome> {
  const began = await row<{ now: Date }>('select now() as now', [], tx)
  const claims = await claimProducts(drafts, tx)
  const ids = [...claims.values()].map(({ product }) => product.id)
  const states = await readStates(ids, tx)
  const plans = drafts.map((draft) => {
    const claim = claims.get(draft.slug)!
    return planFor(draft, claim, states.get(claim.product.id)!, began!.now)
  })
  const { taken, variants } = await writeChanges(
    plans.filter(({ isChanged }) => isChanged),
    tx,
    manner,
  )
  if (taken.length > 0) return { refused: 'sku-taken', skus: taken }
  const products = plans.map(({ product: { id, slug }, isNew, isChanged, known }) => ({
    ...{ id, slug, isNew, isChanged },
    variants: isChanged ? variants.filter(({ productId }) => productId === id) : known,
  }))
  return { products }
}

function planFor(draft: ProductDraft, { product, isNew }: Claim, state: StateOfProduct, now: Date) {
  product.take(draft, now)
  const wanted = mergeDraft(draft, state.now)
  const isChanged = isNew || Boolean(product.changed()) || !isDeepStrictEqual(state.now, wanted)
  if (isChanged && !isNew) product.version += 1
  return {
    product,
    draft,
    isNew,
    isChanged,
    wanted,
    known: state.variants.map((variant) => ({ ...variant, isNew: false })),
  }
}
