import { openSheet, type Row } from './rows.ts'
import { detached, ownerOf, type Survey } from './survey.ts'

/** All rows of one product, in the order of the file; the slug is '' for a row that is nobody's. */
export interface Group {
  slug: string
  rows: Row[]
}

/** The products of the file one after the other; those whose rows do not stand together come last. */
export async function* groupsIn(
  file: string,
  { scattered }: Pick<Survey, 'scattered'>,
): AsyncGenerator<Group> {
  const apart = new Map<string, Row[]>()
  let group: Group = { slug: '', rows: [] }
  for await (const some of (await openSheet(file)).rows) {
    for (const row of some) {
      const slug = ownerOf(row, group.slug)
      if (slug === group.slug && slug) group.rows.push(row)
      else {
        if (group.rows.length > 0 && !scattered.has(group.slug)) yield group
        group = { slug, rows: scattered.has(slug) ? gather(apart, detached(slug)) : [] }
        group.rows.push(row)
      }
    }
  }
  if (group.rows.length > 0 && !scattered.has(group.slug)) yield group
  for (const [slug, rows] of apart) yield { slug, rows }
}

function gather(apart: Map<string, Row[]>, slug: string): Row[] {
  const rows = apart.get(slug) ?? []
  apart.set(slug, rows)
  return rows
}
