import type { Form } from './form-body.ts'
import { looksLikeEmail } from './parameters.ts'
import type { KeptCard } from './payment-methods.ts'
import { type Behaviour, behaviourOf } from './test-cards.ts'

export const cardFields = ['email', 'cardNumber', 'expiry', 'cvc', 'name'] as const
export type CardField = (typeof cardFields)[number]

/** What is wrong with a field; each word is a message `card.fault.<word>`. */
export type Faults = Partial<Record<CardField, string>>

/** What a person keeps when the form comes back: all but the number and the code. */
export type KeptFields = Record<'email' | 'expiry' | 'name', string>

export type ReadCard =
  | { ok: true; card: KeptCard; behaviour: Behaviour; kept: KeptFields }
  | { ok: false; faults: Faults; kept: KeptFields }

/** Reads the card form as people write: spaces and dashes in the number, "12/34", "12 / 2034" or "1234". */
export function readCard(form: Form, knownEmail: string | null, today: Date): ReadCard {
  const field = (name: CardField) =>
    typeof form[name] === 'string' ? form[name].normalize('NFKC').trim() : ''
  const kept = { email: knownEmail ?? field('email'), expiry: field('expiry'), name: field('name') }
  const digits = field('cardNumber').replace(/[\s-]/g, '')
  const behaviour = behaviourOf(digits)
  const expiry = readExpiry(kept.expiry)
  const faults = {
    ...fault('email', emailFault(kept.email)),
    ...fault('cardNumber', numberFault(digits)),
    ...fault('expiry', expiryFault(kept.expiry, expiry, today)),
    ...fault('cvc', cvcFault(field('cvc'))),
    ...fault('name', kept.name === '' ? 'nameMissing' : undefined),
  }
  if (!behaviour || !expiry || Object.keys(faults).length > 0) return { ok: false, faults, kept }
  const card = { email: kept.email, name: kept.name.slice(0, 200), lastFour: digits.slice(-4), ...expiry }
  return { ok: true, card, behaviour, kept }
}

function fault(field: CardField, word: string | undefined): Faults {
  return word ? { [field]: word } : {}
}

function emailFault(email: string): string | undefined {
  if (email === '') return 'emailMissing'
  return looksLikeEmail(email) ? undefined : 'emailWrong'
}

function numberFault(digits: string): string | undefined {
  if (behaviourOf(digits)) return undefined
  if (digits === '') return 'numberMissing'
  if (!/^\d{12,19}$/.test(digits)) return 'numberLength'
  return passesLuhn(digits) ? 'numberNoTestCard' : 'numberWrong'
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

interface Expiry {
  expiryMonth: number
  expiryYear: number
}

function readExpiry(text: string): Expiry | undefined {
  const match = /^(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{4}|\d{2})$/.exec(text)
  if (!match) return undefined
  const [month, year] = [Number(match[1]), Number(match[2])]
  if (month < 1 || month > 12) return undefined
  return { expiryMonth: month, expiryYear: year < 100 ? 2000 + year : year }
}

function expiryFault(text: string, expiry: Expiry | undefined, today: Date): string | undefined {
  if (text === '') return 'expiryMissing'
  if (!expiry) return 'expiryWrong'
  const firstDayAfter = new Date(expiry.expiryYear, expiry.expiryMonth, 1)
  if (firstDayAfter <= today) return 'expiryPast'
  return expiry.expiryYear > today.getFullYear() + 50 ? 'expiryWrong' : undefined
}

function cvcFault(cvc: string): string | undefined {
  if (cvc === '') return 'cvcMissing'
  return /^\d{3}$/.test(cvc) ? undefined : 'cvcWrong'
}
