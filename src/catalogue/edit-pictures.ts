import type { StoredPicture } from '../media/index.ts'
import type { Transaction } from '../platform/database.ts'
import { changeProduct, type ProductRefusal } from './change-product.ts'
import { draftOf } from './draft-of.ts'
import { pictureDraft } from './edit-variants.ts'
import type { ProductDraft } from './product-draft.ts'
import { forgetRemoved, keepRemoved, removedPictures } from './removed-pictures.ts'
import type { Texts } from './texts.ts'
import type { WholeProduct } from './whole-products.ts'

type Pictures = WholeProduct['pictures']

/** Hangs pictures behind the others, or in the place that is named. Refuses as `changeProduct` does. */
export function addPictures(
  productId: number,
  version: number,
  added: { stored: StoredPicture; alt: Texts; source?: string }[],
  place = Number.POSITIVE_INFINITY,
) {
  return changeProduct(
    productId,
    version,
    (whole) => {
      const fresh = added.filter(({ stored }) => !whole.pictures.some(({ key }) => key === stored.key))
      const order: (number | null)[] = whole.pictures.map((_picture, index) => index)
      order.splice(place, 0, ...fresh.map(() => null))
      const drafts = fresh[Symbol.iterator]()
      return rehung(whole, order, () => drafts.next().value!)
    },
    (tx) =>
      forgetRemoved(
        tx,
        productId,
        added.map(({ stored }) => stored.key),
      ),
  )
}

/** Says anew what a picture shows. Refuses as `changeProduct` does, and a picture that is not there. */
export function describePicture(productId: number, version: number, key: string, alt: Texts) {
  return changePictures(productId, version, key, (pictures) =>
    pictures.map((picture) =>
      picture.key === key ? { ...picture, alt: { ...picture.alt, ...alt } } : picture,
    ),
  )
}

/** Takes a picture one place forward or back, or to a place, counted from 0. */
export function movePicture(productId: number, version: number, key: string, to: 'up' | 'down' | number) {
  return changePictures(productId, version, key, (pictures) => {
    const from = pictures.findIndex((picture) => picture.key === key)
    const place = to === 'up' ? from - 1 : to === 'down' ? from + 1 : to
    const others = pictures.toSpliced(from, 1)
    return others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, pictures[from]!)
  })
}

/** Takes a picture away. It can be put back for as long as the product is there. */
export function removePicture(productId: number, version: number, key: string) {
  return changePictures(
    productId,
    version,
    key,
    (pictures) => pictures.filter((picture) => picture.key !== key),
    (tx, { pictures }) => keepRemoved(tx, productId, pictures, key),
  )
}

/** Hangs a picture again where it hung before it was taken away. */
export async function restorePicture(
  productId: number,
  version: number,
  key: string,
): ReturnType<typeof addPictures> {
  const removed = (await removedPictures(productId)).find((picture) => picture.key === key)
  if (!removed) return { refused: 'unknown' }
  const { alt, source, position, ...stored } = removed
  const added = [{ stored, alt, ...(source !== null && { source }) }]
  return addPictures(productId, version, added, position)
}

function changePictures(
  productId: number,
  version: number,
  key: string,
  change: (pictures: Pictures) => Pictures,
  also?: (tx: Transaction, whole: WholeProduct) => Promise<void>,
) {
  const draft = (whole: WholeProduct): ProductDraft | ProductRefusal => {
    if (!whole.pictures.some((picture) => picture.key === key)) return { refused: 'unknown' }
    const pictures = change(whole.pictures)
    const order = pictures.map((picture) => whole.pictures.findIndex(({ key }) => key === picture.key))
    const said = whole.pictures.map((former) => pictures.find(({ key }) => key === former.key) ?? former)
    return rehung({ ...whole, pictures: said }, order)
  }
  return changeProduct(productId, version, draft, also)
}

type Hung = NonNullable<ProductDraft['pictures']>[number]

/** The product with its pictures in this order of their former places; null is the next new one. */
function rehung(whole: WholeProduct, order: (number | null)[], next?: () => Hung): ProductDraft {
  const draft = draftOf(whole)
  return {
    ...draft,
    pictures: order.map((place) => (place === null ? next!() : pictureDraft(whole.pictures[place]!))),
    variants: draft.variants.map(({ picture, ...variant }) => {
      const place = picture === undefined ? -1 : order.indexOf(picture)
      return { ...variant, ...(place >= 0 && { picture: place }) }
    }),
  }
}
