import { type Picture, type PictureRow, pictureOf } from './picture-view.ts'

/** One of a product's pictures, and the address of the page that shows it large, without the language. */
export interface GalleryView {
  number: number
  picture: Picture
  isShown: boolean
  address: string
}

interface Asked {
  slug: string
  pictures: (PictureRow & { id: number })[]
  /** Counted from 1. */
  view: number | undefined
}

/** The picture that is seen large, and all of them where there are several. */
export function galleryOf(
  { slug, pictures, view }: Asked,
  variant: { sku: string; pictureId: number | null },
): { picture: Picture; views: GalleryView[] } {
  const own = pictures.findIndex(({ id }) => id === variant.pictureId)
  const asked = view !== undefined && view <= pictures.length ? view - 1 : own
  const shown = Math.max(asked, 0)
  const views = pictures.map((picture, index) => ({
    number: index + 1,
    picture: pictureOf(picture),
    isShown: index === shown,
    address: `/products/${slug}?${new URLSearchParams({ sku: variant.sku, view: String(index + 1) })}`,
  }))
  return { picture: pictureOf(pictures[shown] ?? null), views: views.length > 1 ? views : [] }
}
