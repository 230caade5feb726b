import { row, rows } from '../platform/database.ts'

/** What staff have chosen for a place, and for everywhere: products that come first, and such as never come. */
export async function choicesOf(placement: string): Promise<{ pinned: number[]; excluded: number[] }> {
  const found = await rows<{ productId: number; kind: 'pinned' | 'excluded' }>(
    `select product_id as "productId", kind from recommendations.choices
     where placement in ($placement, 'everywhere') order by position limit 1000`,
    { placement },
  )
  const of = (kind: string) => found.filter((one) => one.kind === kind).map(({ productId }) => productId)
  return { pinned: of('pinned'), excluded: of('excluded') }
}

/** Of a hundred visitors, so many are recommended what is popular and no more. */
export async function controlShare(): Promise<number> {
  const settings = await row<{ share: number }>('select control_share as share from recommendations.settings')
  return settings?.share ?? 0
}

/** Whether a visitor is one of those: always the same, and of others than in the next comparison of another share. */
export function isControl(visitorId: string, share: number): boolean {
  return Number.parseInt(visitorId.replaceAll('-', '').slice(-8), 16) % 100 < share
}
