import type { Currency } from '../../platform/money.ts'

type Amounts = Record<Currency, number>
interface Zone {
  countries: string[]
  daysFrom: number
  daysTo: number
}

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

const home = { countries: ['DE', 'AT'], daysFrom: 2, daysTo: 3 }
const europe = {
  countries: ['BE', 'CH', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'NL', 'SE'],
  daysFrom: 3,
  daysTo: 6,
}
const world = { countries: ['JP', 'US'], daysFrom: 7, daysTo: 12 }

export const demoTaxRates = Object.entries(standardRates).map(([country, rate]) => ({
  country,
  taxClass: 'standard',
  rate,
}))

const freeFrom: Amounts = { EUR: 8_000, GBP: 7_000, USD: 9_000, JPY: 13_000 }

export const demoDelivery = [
  {
    code: 'standard',
    position: 1,
    name: { en: 'Standard delivery', de: 'Standardversand' },
    rates: [
      ...ratesOf(home, { EUR: 390, GBP: 350, USD: 450, JPY: 600 }, freeFrom),
      ...ratesOf(europe, { EUR: 690, GBP: 590, USD: 750, JPY: 1_100 }, freeFrom),
      ...ratesOf(world, { EUR: 1_690, GBP: 1_490, USD: 1_850, JPY: 2_700 }),
    ],
  },
  {
    code: 'express',
    position: 2,
    name: { en: 'Express delivery', de: 'Expressversand' },
    rates: [
      ...ratesOf({ ...home, daysFrom: 1, daysTo: 1 }, { EUR: 890, GBP: 790, USD: 950, JPY: 1_400 }),
      ...ratesOf({ ...europe, daysFrom: 2, daysTo: 2 }, { EUR: 1_490, GBP: 1_290, USD: 1_650, JPY: 2_400 }),
    ],
  },
]

function ratesOf({ countries, daysFrom, daysTo }: Zone, amounts: Amounts, free?: Amounts) {
  const currencies = Object.keys(amounts) as Currency[]
  return countries.flatMap((country) =>
    currencies.map((currency) => ({
      country,
      currency,
      amount: amounts[currency],
      freeFrom: free?.[currency] ?? null,
      daysFrom,
      daysTo,
    })),
  )
}
