import { states } from './states.ts'

/** How a country writes its addresses. */
export interface CountryRules {
  /** What its postcode looks like, upper case and with its space; without one, any will do. */
  postcode: RegExp
  example: string
  postcodeIsOptional?: boolean
  /** It writes a state, county or prefecture, and what we call that. */
  region?: 'state' | 'prefecture'
  /** Which there are, by code, where tax or delivery depend on it. */
  regions?: Record<string, string>
}

const fourDigits = { postcode: /^\d{4}$/, example: '1010' }
const fiveDigits = { postcode: /^\d{5}$/, example: '10115' }

const rules: Record<string, CountryRules> = {
  AT: fourDigits,
  BE: { ...fourDigits, example: '1000' },
  CH: { ...fourDigits, example: '8001' },
  DE: fiveDigits,
  DK: { ...fourDigits, example: '1050' },
  ES: { ...fiveDigits, example: '28013' },
  FI: { ...fiveDigits, example: '00100' },
  FR: { ...fiveDigits, example: '75002' },
  GB: { postcode: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, example: 'SW1A 1AA' },
  IE: { postcode: /^[A-Z]\d[\dW] [A-Z\d]{4}$/, example: 'D02 AF30', postcodeIsOptional: true },
  IT: { ...fiveDigits, example: '00184' },
  JP: { postcode: /^\d{3}-\d{4}$/, example: '150-0001', region: 'prefecture' },
  NL: { postcode: /^\d{4} [A-Z]{2}$/, example: '1012 AB' },
  SE: { postcode: /^\d{3} \d{2}$/, example: '111 20' },
  US: { postcode: /^\d{5}(-\d{4})?$/, example: '10001', region: 'state', regions: states },
}

export function rulesOf(country: string): CountryRules {
  return rules[country] ?? { postcode: /^.{0,12}$/, example: '' }
}

/** A postcode as its country writes it, however it was typed: spaces, dashes and case forgiven. */
export function tidyPostcode(typed: string, country: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  const cut = bare.length - (splitFromEnd[country] ?? bare.length)
  if (country === 'JP') return bare.length === 7 ? `${bare.slice(0, 3)}-${bare.slice(3)}` : bare
  if (country === 'US') return bare.length === 9 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare
  return cut > 0 && cut < bare.length ? `${bare.slice(0, cut)} ${bare.slice(cut)}` : bare
}

/** Where a country puts the space of its postcode, counted from the end. */
const splitFromEnd: Record<string, number> = { GB: 3, IE: 4, NL: 2, SE: 2 }
