import type { Response } from 'express'
import type { Locale } from '../../platform/locale.ts'
import { translator } from '../messages.ts'
import { sendPage } from '../pages.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'

export const forms = {
  'sign-in': ['email', 'password'],
  register: ['name', 'email', 'new-password'],
  verify: ['email', 'code'],
  forgot: ['email'],
  reset: ['email', 'code', 'new-password'],
} as const

export type FormName = keyof typeof forms
export type FieldName = (typeof forms)[FormName][number]

/** What is wrong, by field; each word is a message `identity.fault.<word>`, with minutes where somebody has to wait. */
export interface Fault {
  field: FieldName
  word: string
  minutes?: number
}

interface Shown {
  uid: string
  locale: Locale
  given?: Partial<Record<FieldName, string>>
  faults?: Fault[]
}

/** Sends one of the provider's forms; what was typed stands in it again, but for passwords and codes. */
export function sendForm(
  res: Response,
  name: FormName,
  { uid, locale, given = {}, faults = [] }: Shown,
): void {
  const t = translator(locale)
  const told = faults.map(({ field, word, minutes = 0 }) => ({
    field,
    text: t(`identity.fault.${word}`, { minutes }),
  }))
  const fields = forms[name].map((field) => ({
    name: field,
    label: t(`identity.${field}`),
    hint: hints[field] ? t(`identity.${field}.hint`) : null,
    value: typed(field) ? (given[field] ?? '') : '',
    fault: told.find((fault) => fault.field === field)?.text ?? null,
    attributes: attributes[field],
  }))
  const model = { name, uid, fields, summary: told, demoAccounts, demoPassword }
  sendPage(res, 'identity', model, { locale, status: faults.length > 0 ? 422 : 200 })
}

const typed = (field: FieldName) => !field.endsWith('password') && field !== 'code'

const hints: Partial<Record<FieldName, boolean>> = { code: true, 'new-password': true }

const attributes: Record<FieldName, Record<string, string | number>> = {
  name: { type: 'text', autocomplete: 'name', maxlength: 100 },
  email: { type: 'email', autocomplete: 'username', maxlength: 254 },
  password: { type: 'password', autocomplete: 'current-password', maxlength: 200 },
  'new-password': { type: 'password', autocomplete: 'new-password', maxlength: 200 },
  code: { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 12 },
}
