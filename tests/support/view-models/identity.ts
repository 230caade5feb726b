import { blankForm, Form } from '../../../src/platform/forms.ts'
import type { Specimen } from './shared.ts'

const customer = { customer: 'asha@example.com' }
const at = new Date('2026-11-26T16:05:00Z')
const signIns = [
  { id: 'a', browser: 'Firefox, Linux', startedAt: at, seenAt: at },
  { id: 'b', browser: '', startedAt: new Date('2026-10-02T08:00:00Z'), seenAt: at },
]
const profile = { email: 'asha@example.com', locales: ['en', 'de'], currencies: ['EUR', 'JPY'] }
const change = { email: 'asha@new.example', isOldConfirmed: true, isNewConfirmed: false, wasRefused: false }
const email = { form: blankForm(), email: 'asha@example.com', change: null, mayChange: true }

const refusals = ['failed', 'ended', 'disabled'].map((reason) => ({
  address: `/auth/callback?${reason}`,
  view: 'identity/refused',
  model: { reason, reference: '4f7c2d18-93a0' },
}))

export const specimens: Specimen[] = [
  ...refusals,
  { address: '/sign-in?unavailable', view: 'identity/unavailable', model: {} },
  {
    address: '/account/sign-ins',
    view: 'identity/sign-ins',
    model: { signIns, current: 'a' },
    surroundings: customer,
  },
  {
    address: '/account/sign-ins?one',
    view: 'identity/sign-ins',
    model: { signIns: signIns.slice(0, 1), current: 'a' },
    surroundings: customer,
  },
  {
    address: '/account/profile',
    view: 'identity/profile',
    model: { ...profile, form: blankForm({ name: 'Asha Rao', locale: 'en', currency: 'EUR' }) },
    surroundings: customer,
  },
  {
    address: '/account/profile?refused',
    view: 'identity/profile',
    model: {
      ...profile,
      form: new Form({ name: '' }, undefined, [{ field: 'name', key: 'identity.name.missing' }]),
    },
    surroundings: customer,
  },
  { address: '/account/email', view: 'identity/email', model: email, surroundings: customer },
  {
    address: '/account/email?half',
    view: 'identity/email',
    model: { ...email, change },
    surroundings: customer,
  },
  {
    address: '/account/email?taken',
    view: 'identity/email',
    model: {
      ...email,
      form: new Form({ email: 'asha@' }, undefined, [{ field: 'email', key: 'identity.email.wrong' }]),
      change: { ...change, wasRefused: true },
    },
    surroundings: customer,
  },
  {
    address: '/account/email?elsewhere',
    view: 'identity/email',
    model: { ...email, mayChange: false },
    surroundings: customer,
  },
  {
    address: '/email-confirmations/key',
    view: 'identity/email-confirmation',
    model: { email: 'asha@new.example', isDone: false },
  },
  {
    address: '/email-confirmations/key?done',
    view: 'identity/email-confirmation',
    model: { email: 'asha@new.example', isDone: true },
  },
]
