import { EVERYTHING, findDocuments } from '../search/index.ts'
import type { Locality } from './locality.ts'

/** The products that most people buy. */
export async function popularProducts(count: number, { locale, currency }: Locality): Promise<number[]> {
  const found = await findDocuments({
    ...{ locale, currency, shelf: EVERYTHING, chosen: [], order: 'merit', size: count },
    from: { skipped: 0 },
  })
  return found.ids
}
