import { rows } from '../platform/database.ts'

/** Every category with its way from the top, `Kitchen › Bowls`, in the order of the shop. */
export function officeCategories(): Promise<{ id: number; name: string }[]> {
  return rows<{ id: number; name: string }>(
    `with recursive tree as (
       select id, name ->> 'en' as name, array[position::bigint, id] as place
       from catalogue.categories where parent_id is null
       union all
       select child.id, tree.name || ' › ' || (child.name ->> 'en'), tree.place || array[child.position::bigint, child.id]
       from catalogue.categories child join tree on child.parent_id = tree.id)
     select id, name from tree order by place`,
  )
}
