import express, { type Request, type Response, Router } from 'express'
import type Provider from 'oidc-provider'
import { pageLocale } from '../messages.ts'
import { allowFormsTo, sendNotice } from '../pages.ts'
import { parseForm as parseBody } from '../payments/form-body.ts'
import { looksLikeEmail } from '../payments/parameters.ts'
import type { Accounts, Purpose } from './accounts.ts'
import type { CodeMails } from './code-mails.ts'
import { type Fault, type FieldName, type FormName, forms, sendForm } from './form-pages.ts'
import { faultOf } from './passwords.ts'

interface Parts {
  provider: Provider
  accounts: Accounts
  mails: CodeMails
  shopUrl: string
}

type Given = Partial<Record<FieldName, string>>

/** What a person sees of the provider: signing in, registering, a code by mail, a new password. Without any script. */
export function formRoutes({ provider, accounts, mails, shopUrl }: Parts): Router {
  const routes = Router()
  routes.use(express.text({ type: 'application/x-www-form-urlencoded', limit: '32kb' }))

  async function visitOf(req: Request, res: Response) {
    const details = await provider.interactionDetails(req, res).catch(() => undefined)
    const params = (details?.params ?? {}) as Record<string, string | undefined>
    const locale = pageLocale(params.lang ?? params.ui_locales ?? null, (known) =>
      req.acceptsLanguages(known),
    )
    if (!details) {
      const link = { address: shopUrl, text: 'To the shop' }
      const text = 'Signing in took too long, or was done already. Start again from the shop.'
      sendNotice(res, { heading: 'Please start again', text, link }, { status: 410 })
      return undefined
    }
    allowFormsTo(res, params.redirect_uri ?? shopUrl)
    return { uid: details.uid, params, locale }
  }

  for (const name of Object.keys(forms) as FormName[]) {
    const address = name === 'sign-in' ? '/login/:uid' : `/login/:uid/${name}`
    routes.get(address, async (req, res) => {
      const visit = await visitOf(req, res)
      if (!visit) return
      const wantsAccount = visit.params.screen_hint === 'signup' && req.query.instead === undefined
      if (name === 'sign-in' && wantsAccount) return res.redirect(303, `/login/${visit.uid}/register`)
      const email = typeof req.query.email === 'string' ? req.query.email : visit.params.login_hint
      sendForm(res, name, { ...visit, given: email ? { email } : {} })
    })
    routes.post(address, async (req, res) => {
      const visit = await visitOf(req, res)
      if (!visit) return
      const given = givenIn(name, req.body)
      const faults = faultsOf(name, given)
      const next = faults.length > 0 ? { faults } : await steps[name](given, visit.locale)
      if ('faults' in next) return sendForm(res, name, { ...visit, given, faults: next.faults })
      if ('to' in next) {
        return res.redirect(
          303,
          `/login/${visit.uid}/${next.to}?${new URLSearchParams({ email: given.email ?? '' })}`,
        )
      }
      await provider.interactionFinished(req, res, { login: { accountId: next.subject } })
    })
  }

  type Next = { faults: Fault[] } | { to: FormName } | { subject: string }
  type Step = (given: Given, locale: 'en' | 'de') => Promise<Next>

  const steps: Record<FormName, Step> = {
    async 'sign-in'({ email = '', password = '' }, locale) {
      const entered = await accounts.enter(email, password)
      if ('locked' in entered) return refused('email', 'locked', entered.locked)
      if ('wrong' in entered) return refused('email', 'wrong')
      if (entered.isVerified) return { subject: entered.subject }
      return sendCode(email, 'verification', locale)
    },
    async register({ name = '', email = '', 'new-password': password = '' }, locale) {
      if (accounts.find(email)?.isVerified) {
        await mails.tellOfAccount(email, locale)
        return { to: 'verify' }
      }
      await accounts.create({ name, email, isVerified: false, groups: [] }, password)
      return sendCode(email, 'verification', locale)
    },
    async verify({ email = '', code = '' }) {
      if (!accounts.useCode(email, 'verification', code)) return refused('code', 'code')
      accounts.verify(email)
      const account = accounts.find(email)
      return account ? { subject: account.subject } : refused('code', 'code')
    },
    async forgot({ email = '' }, locale) {
      const account = accounts.find(email)
      return account && !account.isDisabled ? sendCode(email, 'reset', locale) : { to: 'reset' }
    },
    async reset({ email = '', code = '', 'new-password': password = '' }) {
      if (!accounts.useCode(email, 'reset', code)) return refused('code', 'code')
      await accounts.changePassword(email, password)
      const account = accounts.find(email)
      return account && !account.isDisabled ? { subject: account.subject } : refused('code', 'code')
    },
  }

  async function sendCode(email: string, purpose: Purpose, locale: 'en' | 'de'): Promise<Next> {
    await mails.sendCode(email, locale, purpose, accounts.newCode(email, purpose))
    return { to: purpose === 'reset' ? 'reset' : 'verify' }
  }
  return routes
}

function refused(field: FieldName, word: string, minutes?: number): { faults: Fault[] } {
  return { faults: [{ field, word, ...(minutes !== undefined && { minutes }) }] }
}

function givenIn(name: FormName, body: unknown): Given {
  const sent = parseBody(typeof body === 'string' ? body : '')
  return Object.fromEntries(
    forms[name].map((field) => {
      const value = typeof sent[field] === 'string' ? sent[field].slice(0, 300) : ''
      return [field, field.endsWith('password') ? value : value.replace(/\s+/g, ' ').trim()]
    }),
  )
}

/** What can be said without asking anybody. */
function faultsOf(name: FormName, given: Given): Fault[] {
  return forms[name].flatMap((field): Fault[] => {
    const value = given[field] ?? ''
    if (value === '') return [{ field, word: `${field === 'new-password' ? 'password' : field}Missing` }]
    if (field === 'email' && !looksLikeEmail(value)) return [{ field, word: 'emailWrong' }]
    const weak = field === 'new-password' ? faultOf(value, given.email ?? '') : undefined
    return weak ? [{ field, word: weak }] : []
  })
}
