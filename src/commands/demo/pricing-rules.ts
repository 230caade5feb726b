import type { Currency } from '../../platform/money.ts'
import type { PricingRules, PromotionDraft } from '../../pricing/index.ts'
import { salesTaxRates } from './sales-tax.ts'

type Amounts = Record<Currency, number>

/** Standard rates of value-added tax, in parts per million. Where there is none, we collect no tax. */
const standardRates: Record<string, number> = {
  AT: 200_000,
  BE: 210_000,
  CH: 81_000,
  DE: 190_000,
  DK: 250_000,
  ES: 210_000,
  FI: 255_000,
  FR: 200_000,
  GB: 200_000,
  IE: 230_000,
  IT: 220_000,
  JP: 100_000,
  NL: 210_000,
  SE: 250_000,
}

const nearby = ['DE', 'AT']
const europe = ['BE', 'CH', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'NL', 'SE']
const zoneOf = (code: string, en: string, de: string, countries: string[]) => ({
  code,
  name: { en, de },
  places: countries.map((country) => ({ country })),
})

const freeFrom: Amounts = { EUR: 8_000, GBP: 7_000, USD: 9_000, JPY: 13_000 }
const LIGHT_GRAMS = 10_000

export const demoRules: PricingRules = {
  markets: [
    {
      code: 'europe',
      name: { en: 'Europe', de: 'Europa' },
      taxIncluded: true,
      countries: [...nearby, ...europe],
    },
    { code: 'japan', name: { en: 'Japan', de: 'Japan' }, taxIncluded: true, countries: ['JP'] },
    { code: 'america', name: { en: 'America', de: 'Amerika' }, taxIncluded: false, countries: ['US'] },
  ],
  taxRates: [
    ...Object.entries(standardRates).map(([country, rate]) => ({ country, taxClass: 'standard', rate })),
    ...salesTaxRates.map(({ state, rate }) => ({ country: 'US', region: state, taxClass: 'standard', rate })),
  ],
  zones: [
    zoneOf('nearby', 'Germany and Austria', 'Deutschland und Österreich', nearby),
    zoneOf('europe', 'Europe', 'Europa', europe),
    zoneOf('world', 'The world', 'Welt', ['JP', 'US']),
  ],
  delivery: [
    {
      code: 'standard',
      position: 1,
      name: { en: 'Standard delivery', de: 'Standardversand' },
      rates: [
        ...tiersOf('nearby', [2, 3], { EUR: 390, GBP: 350, USD: 450, JPY: 600 }, freeFrom),
        ...tiersOf('europe', [3, 6], { EUR: 690, GBP: 590, USD: 750, JPY: 1_100 }, freeFrom),
        ...tiersOf('world', [7, 12], { EUR: 1_690, GBP: 1_490, USD: 1_850, JPY: 2_700 }),
      ],
    },
    {
      code: 'express',
      position: 2,
      name: { en: 'Express delivery', de: 'Expressversand' },
      rates: [
        ...tiersOf('nearby', [1, 1], { EUR: 890, GBP: 790, USD: 950, JPY: 1_400 }),
        ...tiersOf('europe', [2, 2], { EUR: 1_490, GBP: 1_290, USD: 1_650, JPY: 2_400 }),
      ],
    },
  ],
}

/** A light parcel at its price, and a heavy one for double that. */
function tiersOf(
  zone: string,
  [daysFrom, daysTo]: [number, number],
  amounts: Amounts,
  free?: Partial<Amounts>,
) {
  const currencies = Object.keys(amounts) as Currency[]
  return currencies.flatMap((currency) => {
    const rate = { zone, currency, freeFrom: free?.[currency] ?? null, daysFrom, daysTo }
    return [
      { ...rate, amount: amounts[currency], gramsTo: LIGHT_GRAMS },
      { ...rate, amount: amounts[currency] * 2 },
    ]
  })
}

const TENTH = 100_000

export interface DemoPromotion extends Omit<PromotionDraft, 'categoryIds'> {
  /** Paths of categories. */
  categories?: string[]
}

export const demoPromotions: DemoPromotion[] = [
  {
    name: { en: 'Three candles for the price of two', de: 'Drei Kerzen zum Preis von zweien' },
    kind: 'buy_get',
    ...{ buy: 2, free: 1, categories: ['lighting/candles'], priority: 1 },
  },
  {
    name: { en: '10 % off to welcome you', de: '10 % zum Willkommen' },
    code: 'WELCOME10',
    kind: 'percentage',
    ...{ share: TENTH, priority: 5 },
  },
  {
    name: { en: 'A small thank you', de: 'Ein kleines Dankeschön' },
    code: 'ONCE',
    kind: 'amount',
    ...{ amounts: { EUR: 500, GBP: 450, USD: 600, JPY: 800 }, limitInAll: 1, priority: 6 },
  },
  {
    name: { en: 'Delivery on us', de: 'Versand geht auf uns' },
    code: 'FREEPOST',
    kind: 'free_delivery',
    ...{ minimums: { EUR: 3_000, GBP: 2_700, USD: 3_500, JPY: 5_000 }, limitEach: 1, priority: 9 },
  },
  {
    name: { en: 'Summer sale', de: 'Sommerangebot' },
    code: 'ENDED',
    kind: 'percentage',
    ...{ share: 2 * TENTH, startsAt: new Date('2026-06-01T00:00:00+02:00') },
    endsAt: new Date('2026-09-01T00:00:00+02:00'),
  },
]
