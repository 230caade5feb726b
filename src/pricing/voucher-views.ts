import type { Localised } from '../platform/locale.ts'
import type { Promotion } from './promotion.ts'
import type { Priced } from './quote.ts'

export type VoucherState =
  | 'applied'
  | 'unknown'
  | NonNullable<Promotion['hindrance']>
  | 'first_order'
  | 'other_currency'
  | 'minimum'
  | 'other_goods'
  | 'free_already'
  | 'set_aside'

/** What became of a code: what it saves or why it saves nothing; amounts in minor units. */
export interface VoucherView {
  code: string
  name: Localised | null
  state: VoucherState
  /** What it saves. */
  amount: number
  /** What the goods must come to. */
  minimum: number
  startsAt: Date | null
  endsAt: Date | null
}

/** Tells of each code what it does, or what would have to be different. */
export function voucherViews(
  codes: string[],
  promotions: Promotion[],
  priced: Priced,
  isNew: boolean,
): VoucherView[] {
  return codes.map((code) => {
    const promotion = promotions.find((candidate) => candidate.code === code)
    const used = priced.quote.discounts.find(({ id }) => id === promotion?.id)
    const amount = used?.code === code ? used.amount : 0
    return {
      code,
      name: promotion?.name ?? null,
      state: promotion ? stateOf(promotion, amount, priced, isNew) : 'unknown',
      amount,
      minimum: promotion?.minimum ?? 0,
      startsAt: promotion?.startsAt ?? null,
      endsAt: promotion?.endsAt ?? null,
    }
  })
}

/** What becomes of a promotion in a basket in which it takes off that amount. */
export function stateOf(
  promotion: Promotion,
  amount: number,
  { quote, together }: Priced,
  isNew: boolean,
): VoucherState {
  if (promotion.hindrance) return promotion.hindrance
  if (promotion.isForFirstOrder && !isNew) return 'first_order'
  if (amount > 0) return 'applied'
  if (promotion.kind === 'amount' && promotion.amount === null) return 'other_currency'
  if (quote.subtotal < promotion.minimum) return 'minimum'
  const isUsedElsewhere = quote.discounts.some(({ id }) => id === promotion.id)
  if (isUsedElsewhere || !together.includes(promotion.id)) return 'set_aside'
  return promotion.kind === 'free_delivery' ? 'free_already' : 'other_goods'
}
