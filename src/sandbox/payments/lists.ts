import { z } from 'zod'
import { asAnswered } from './events.ts'
import { type Form, isForm } from './form-body.ts'
import type { Condition, Kind, ProviderObject } from './objects.ts'
import { expand, integer, readParameters, text } from './parameters.ts'
import type { Provider } from './provider.ts'

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
})

const stretchForm = {
  created: z.unknown().optional(),
  limit: integer.refine((limit) => limit >= 1 && limit <= 100, { error: 'Between 1 and 100' }).default(10),
  starting_after: text(255).optional(),
  ending_before: text(255).optional(),
  expand,
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

/** One page of a list of the API, newest first. */
export interface ListAnswer {
  object: 'list'
  data: ProviderObject[]
  has_more: boolean
  url: string
}

/**
 * A list of one kind, filtered by the named fields.
 * @throws ApiError for an unknown filter, or a page that starts at something that is not there.
 */
export function listOf(
  provider: Provider,
  kind: Kind,
  url: string,
  filters: string[],
  query: Form,
): ListAnswer {
  const filterForm = Object.fromEntries(filters.map((field) => [field, text(255).optional()]))
  const form = readParameters(z.strictObject({ ...stretchForm, ...filterForm }), query)
  const { starting_after: after, ending_before: before, limit } = form
  if (after) provider.objects.get(kind, after, 'starting_after')
  if (before) provider.objects.get(kind, before, 'ending_before')
  const conditions = [...equalities(filters, query), ...timeBounds(query.created)]
  const found: ProviderObject[] = provider.objects.list(kind, conditions, { limit: limit + 1, after, before })
  const page = before ? found.slice(-limit) : found.slice(0, limit)
  return { object: 'list', data: page.map(asAnswered), has_more: found.length > limit, url }
}

function equalities(filters: string[], query: Form): Condition[] {
  return filters.flatMap((field) => {
    const value = query[field]
    return typeof value === 'string' ? [[field, '=', value] satisfies Condition] : []
  })
}

function timeBounds(created: string | Form | undefined): Condition[] {
  if (created === undefined) return []
  if (!isForm(created))
    return [['created', '=', readParameters(z.object({ created: integer }), { created }).created]]
  const bounds = readParameters(range, created)
  return Object.entries(comparisons).flatMap(([name, comparison]) => {
    const bound = bounds[name as keyof typeof comparisons]
    return bound === undefined ? [] : [['created', comparison, bound] satisfies Condition]
  })
}
