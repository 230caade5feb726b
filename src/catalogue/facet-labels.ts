import { rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** A value that lists can be chosen by, in words. */
export interface FacetLabel {
  name: string
  value: string
  nameLabel: string
  label: string
  /** It has a place among the others: a number, or one that staff have given it. */
  isPlaced: boolean
}

/** The name of the facet that says to which family of the shop a product belongs. */
export const CATEGORY = 'category'

/**
 * The labels of these values, in the order in which a list names them: the families of the shop first, then
 * attributes in the order of staff; values that are measured by their number, others by their position and name.
 */
export function facetLabels(
  facets: { name: string; value: string }[],
  locale: Locale,
): Promise<FacetLabel[]> {
  return rows<FacetLabel>(
    `with asked as (
       select distinct name, value from jsonb_to_recordset($facets::jsonb) as facet(name text, value text))
     select name, value, "nameLabel", label, number is not null or position > 0 as "isPlaced" from (
       select asked.name, asked.value, catalogue.in_locale(attribute.name, $locale) as "nameLabel",
         catalogue.in_locale(value.label, $locale)
           || case when attribute.unit <> '' then ' ' || attribute.unit else '' end as label,
         attribute.position as place, attribute.key, value.number, value.position
       from asked
       join catalogue.attributes attribute on attribute.key = asked.name and attribute.is_facet
       join catalogue.attribute_values value on value.attribute_id = attribute.id and value.key = asked.value
       union all
       select asked.name, asked.value, '', catalogue.in_locale(family.name, $locale), -1, '', null, family.position
       from asked join catalogue.categories family
         on asked.name = '${CATEGORY}' and family.parent_id is null and family.slug = asked.value
     ) labelled
     order by place, key, number nulls last, position, label collate "und-x-icu"`,
    { facets: JSON.stringify(facets), locale },
  )
}
