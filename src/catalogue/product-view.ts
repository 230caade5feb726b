import { row } from '../platform/database.ts'
import { type CategoryLink, categoryLinks } from './category-page.ts'
import type { OptionRow } from './choice.ts'
import type { Locality } from './locality.ts'
import { type Picture, type PictureRow, pictureJson, pictureOf } from './picture-view.ts'
import { keyOf } from './slug.ts'

export interface ProductView {
  slug: string
  title: string
  /** Its maker, and the value by which lists are narrowed to them. */
  brand: string
  brandKey: string
  summary: string
  /** Sanitised when it was saved. */
  descriptionHtml: string
  /** What has been written of it by hand, then what it can be chosen by and the hand did not name. */
  specification: { name: string; value: string }[]
  /** What people should know who see, hear, move or think in other ways; empty where nothing is said. */
  accessibility: string
  /** For search engines and for whom a page is sent to. */
  seo: { title: string; description: string }
  /** At least one. */
  pictures: Picture[]
}

/** A product as it is read; a picture has the id by which variants name it. */
export interface ProductRow {
  id: number
  categoryId: number
  parentId: number | null
  slug: string
  title: string
  brand: string
  summary: string
  descriptionHtml: string
  accessibility: string
  seoTitle: string
  seoDescription: string
  specification: { name: string; value: string }[]
  attributes: { name: string; value: string }[]
  options: OptionRow[]
  pictures: (PictureRow & { id: number })[]
  trail: CategoryLink[]
  isOnShow: boolean
}

/** The product that has this slug and is on show, or, for who `seesAll`, is not. */
export function findProductRow(slug: string, { locale }: Locality, seesAll = false) {
  return row<ProductRow>(PRODUCT, { slug, locale, seesAll })
}

export function productView(found: ProductRow): ProductView {
  const { slug, title, brand, summary, descriptionHtml, accessibility } = found
  return {
    ...{ slug, title, brand, brandKey: keyOf(brand), summary, descriptionHtml, accessibility },
    specification: specificationOf(found),
    seo: { title: found.seoTitle || title, description: found.seoDescription || summary },
    pictures: found.pictures.length > 0 ? found.pictures.map(pictureOf) : [pictureOf(null)],
  }
}

function specificationOf({ specification, attributes }: ProductRow) {
  const named = new Set(specification.map(({ name }) => name.toLowerCase()))
  return [...specification, ...attributes.filter(({ name }) => !named.has(name.toLowerCase()))]
}

const PRODUCT = `
  select product.id, product.slug, product.brand,
    catalogue.is_on_show(product.published_at, product.withdrawn_at) as "isOnShow", product.category_id as "categoryId", category.parent_id as "parentId",
    catalogue.in_locale(product.title, $locale) as title,
    catalogue.in_locale(product.summary, $locale) as summary,
    catalogue.in_locale(product.description, $locale) as "descriptionHtml",
    catalogue.in_locale(product.accessibility, $locale) as accessibility,
    catalogue.in_locale(product.seo_title, $locale) as "seoTitle",
    catalogue.in_locale(product.seo_description, $locale) as "seoDescription",
    (select coalesce(jsonb_agg(jsonb_build_object(
        'name', catalogue.in_locale(entry -> 'name', $locale), 'value', catalogue.in_locale(entry -> 'value', $locale)
      ) order by place), '[]')
     from jsonb_array_elements(product.specification) with ordinality as listed(entry, place)) as specification,
    (select coalesce(jsonb_agg(jsonb_build_object('name', had.name, 'value', had.value) order by had.position), '[]')
     from (
       select catalogue.in_locale(attribute.name, $locale) as name, attribute.position,
         string_agg(catalogue.in_locale(value.label, $locale), ', ' order by value.number, value.position, value.id)
           || case when attribute.unit <> '' then ' ' || attribute.unit else '' end as value
       from catalogue.product_values chosen
       join catalogue.attribute_values value on value.id = chosen.value_id
       join catalogue.attributes attribute on attribute.id = value.attribute_id and attribute.key <> 'brand'
       where chosen.product_id = product.id
       group by attribute.id
     ) had) as attributes,
    (select coalesce(jsonb_agg(${pictureJson('picture')} || jsonb_build_object('id', picture.id)
       order by picture.position), '[]')
     from catalogue.pictures picture where picture.product_id = product.id) as pictures,
    (select coalesce(jsonb_agg(jsonb_build_object('number', option.number,
        'name', catalogue.in_locale(option.name, $locale), 'attribute', (
          select attribute.key from catalogue.attributes attribute where attribute.id = option.attribute_id),
        'values', (
          select coalesce(jsonb_agg(jsonb_build_object('id', value.id,
            'label', catalogue.in_locale(value.label, $locale)) order by value.position), '[]')
          from catalogue.option_values value
          where value.product_id = product.id and value.number = option.number)
      ) order by option.number), '[]')
     from catalogue.options option where option.product_id = product.id) as options,
    (select ${categoryLinks('ancestor', 'length(ancestor.path)')} from catalogue.categories ancestor
     where starts_with(category.path || '/', ancestor.path || '/')) as trail
  from catalogue.products product
  join catalogue.categories category on category.id = product.category_id
  where product.slug = $slug and ($seesAll or catalogue.is_on_show(product.published_at, product.withdrawn_at))`
