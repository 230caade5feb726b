import { row, rows } from '../platform/database.ts'
import type { Localised } from '../platform/locale.ts'
import { type PictureRow, pictureJson } from './picture-view.ts'

/** A category as staff see it among the others. */
export interface CategoryRow {
  id: number
  name: string
  path: string
  /** 0 for a family of its own. */
  depth: number
  /** Of itself and of all below it, on show or not. */
  products: number
  isFirst: boolean
  isLast: boolean
}

/** Every category below the one that it is a part of, in the order of the shop. */
export function categoryTree(): Promise<CategoryRow[]> {
  return rows<CategoryRow>(
    `with recursive tree as (
       select id, parent_id, name ->> 'en' as name, path, 0 as depth, array[position::bigint, id] as place
       from catalogue.categories where parent_id is null
       union all
       select child.id, child.parent_id, child.name ->> 'en', child.path, tree.depth + 1,
         tree.place || array[child.position::bigint, child.id]
       from catalogue.categories child join tree on child.parent_id = tree.id),
     counted as (select category_id, count(*) as products from catalogue.products group by category_id)
     select tree.id, tree.name, tree.path, tree.depth,
       (select coalesce(sum(counted.products), 0)::integer from counted
        join tree below on below.id = counted.category_id where starts_with(below.path || '/', tree.path || '/')) as products,
       row_number() over (partition by parent_id order by place) = 1 as "isFirst",
       row_number() over (partition by parent_id order by place desc) = 1 as "isLast"
     from tree order by place`,
  )
}

/** A category with all that staff may change of it. */
export interface WholeCategory {
  id: number
  slug: string
  path: string
  parentId: number | null
  name: Localised
  description: Localised
  version: number
  products: number
  parts: number
  picture: PictureRow | null
  pictureWords: Localised | null
}

export function wholeCategory(id: number): Promise<WholeCategory | undefined> {
  return row<WholeCategory>(
    `select category.id, slug, path, parent_id as "parentId", name, description, version,
       (select count(*)::integer from catalogue.products where category_id = category.id) as products,
       (select count(*)::integer from catalogue.categories part where part.parent_id = category.id) as parts,
       case when picture.id is not null then ${pictureJson('picture')} end as picture, picture.alt as "pictureWords"
     from catalogue.categories category left join catalogue.pictures picture on picture.category_id = category.id
     where category.id = $id`,
    { id, locale: 'en' },
  )
}
