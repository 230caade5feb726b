import type { GivenCredit } from '../../credit/index.ts'

export type DemoGiftCard = Pick<GivenCredit, 'currency' | 'amount'> & { code: string }

/** A gift card in every currency, to be tried; amounts in minor units. */
export const demoGiftCards: DemoGiftCard[] = [
  { currency: 'EUR', amount: 2_500, code: 'DEMA-GFTC-ARDS-EURX' },
  { currency: 'GBP', amount: 2_500, code: 'DEMA-GFTC-ARDS-GBPX' },
  { currency: 'USD', amount: 2_500, code: 'DEMA-GFTC-ARDS-USDX' },
  { currency: 'JPY', amount: 4_000, code: 'DEMA-GFTC-ARDS-JPYX' },
]
