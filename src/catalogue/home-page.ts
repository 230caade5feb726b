import { row, rows } from '../platform/database.ts'
import { type Card, cardsOf } from './cards.ts'
import type { Locality } from './locality.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'

export interface Family {
  name: string
  path: string
  description: string
  picture: Picture
}

export type HomePage = {
  featured: Card[]
  families: Family[]
  hero: Picture
}

const SHOWN = 4

export async function homePage(locality: Locality): Promise<HomePage> {
  const [featured, families, hero] = await Promise.all([
    featuredIn(locality).then((ids) => cardsOf(ids, locality)),
    familiesIn(locality),
    heroIn(locality),
  ])
  return { featured, families, hero }
}

/** The newest of the featured products, as many as the page shows; where there are fewer, the newest of the others. */
async function featuredIn({ currency }: Locality): Promise<number[]> {
  const newest = (condition: string) => `(
    select product.id, product.featured, product.published_at from catalogue.products product
    join catalogue.offers offer on offer.product_id = product.id and offer.currency = $currency
    where catalogue.is_on_show(product.published_at, product.withdrawn_at) and ${condition}
    order by product.published_at desc, product.id desc limit ${SHOWN})`
  const found = await rows<{ id: number }>(
    `select id from (${newest('product.featured')} union all ${newest('not product.featured')}) shown
     order by featured desc, published_at desc, id desc limit ${SHOWN}`,
    { currency },
  )
  return found.map(({ id }) => id)
}

async function familiesIn({ locale }: Locality): Promise<Family[]> {
  const found = await rows<Omit<Family, 'picture'> & { picture: PictureRow | null }>(
    `select family.path, catalogue.in_locale(family.name, $locale) as name,
       catalogue.in_locale(family.description, $locale) as description,
       case when picture.id is not null then ${pictureJson('picture')} end as picture
     from catalogue.categories family
     left join catalogue.pictures picture on picture.category_id = family.id
     where family.parent_id is null
     order by family.position, family.id`,
    { locale },
  )
  return found.map((family) => ({ ...family, picture: pictureOf(family.picture) }))
}

async function heroIn({ locale }: Locality): Promise<Picture> {
  const found = await row<{ picture: PictureRow }>(
    `select ${pictureJson('picture')} as picture from catalogue.pictures picture where picture.place = 'home'`,
    { locale },
  )
  return pictureOf(found?.picture ?? null)
}
