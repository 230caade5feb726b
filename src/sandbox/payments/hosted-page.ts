import { type Response, Router } from 'express'
import { conventionsOf, type Locale } from '../../platform/locale.ts'
import { pageLocale, type Translate, translator } from '../messages.ts'
import { allowFormsTo, sendNotice, sendPage } from '../pages.ts'
import { formatAmount } from './amounts.ts'
import { cardFields, type Faults, type KeptFields, readCard } from './card-form.ts'
import { answerTheBank, type Outcome, paymentToAuthenticate, payWithCard } from './card-payment.ts'
import { lapseCheckoutSessions } from './checkout-sessions.ts'
import type { CheckoutSession, PaymentMethod } from './objects.ts'
import type { Provider } from './provider.ts'
import { testCards } from './test-cards.ts'

interface Visit {
  session: CheckoutSession
  locale: Locale
  t: Translate
}

/** The page on which a shopper pays by card, and the bank's page behind it. Without any script. */
export function hostedPage(provider: Provider): Router {
  const routes = Router()

  routes.param('session', (req, res, next, id: string) => {
    lapseCheckoutSessions(provider)
    const session = provider.objects.find('checkout.session', id)
    const locale = pageLocale(session?.locale ?? null, (known) => req.acceptsLanguages(known))
    const t = translator(locale)
    if (!session) return sendMissing(provider, res, { locale, t })
    allowFormsTo(res, session.success_url)
    res.locals.visit = { session, locale, t } satisfies Visit
    next()
  })

  routes.get('/:session', (_req, res) => {
    const visit: Visit = res.locals.visit
    if (visit.session.status !== 'open') return sendClosed(provider, res, visit)
    sendForm(res, visit)
  })

  routes.post('/:session', (req, res) => {
    const visit: Visit = res.locals.visit
    const { session } = visit
    if (session.status !== 'open') return sendOn(provider, res, visit)
    const read = readCard(req.body, session.customer_email, new Date(provider.now()))
    if (!read.ok) return sendForm(res, visit, { faults: read.faults, kept: read.kept })
    const outcome = provider.database.transaction(() =>
      payWithCard(provider, session, read.card, read.behaviour),
    )
    reply(res, visit, outcome, read.kept)
  })

  routes.get('/:session/authentication', (_req, res) => {
    const visit: Visit = res.locals.visit
    if (visit.session.status !== 'open') return sendClosed(provider, res, visit)
    if (!paymentToAuthenticate(provider, visit.session)) return res.redirect(303, `/pay/${visit.session.id}`)
    sendPage(res, 'authentication', { amount: amountOf(visit) }, visit)
  })

  routes.post('/:session/authentication', (req, res) => {
    const visit: Visit = res.locals.visit
    const { session } = visit
    if (session.status !== 'open') return sendOn(provider, res, visit)
    const payment = paymentToAuthenticate(provider, session)
    if (!payment) return res.redirect(303, `/pay/${visit.session.id}`)
    const kept = fieldsOf(
      provider.objects.get('payment_method', payment.payment_method ?? '', 'payment_method'),
    )
    const approved = req.body.decision === 'approve'
    const outcome = provider.database.transaction(() => answerTheBank(provider, session, payment, approved))
    reply(res, visit, outcome, kept)
  })

  return routes
}

const noFields: KeptFields = { email: '', expiry: '', name: '' }

function fieldsOf({ billing_details, card }: PaymentMethod): KeptFields {
  const expiry = `${String(card.exp_month).padStart(2, '0')}/${String(card.exp_year).slice(-2)}`
  return { email: billing_details.email ?? '', expiry, name: billing_details.name ?? '' }
}

function reply(res: Response, visit: Visit, outcome: Outcome, kept: KeptFields): void {
  if (outcome === 'paid') res.redirect(303, successAddress(visit.session))
  else if (outcome === 'authentication_wanted') res.redirect(303, `/pay/${visit.session.id}/authentication`)
  else sendForm(res, visit, { kept, refusal: visit.t(`pay.refusal.${outcome}`) })
}

function sendForm(
  res: Response,
  visit: Visit,
  answer: { faults?: Faults; kept?: KeptFields; refusal?: string } = {},
): void {
  const { session, t } = visit
  const faults = answer.faults ?? {}
  const summary = answer.refusal
    ? [{ field: 'cardNumber', text: answer.refusal }]
    : cardFields.flatMap((field) =>
        faults[field] ? [{ field, text: t(`card.fault.${faults[field]}`) }] : [],
      )
  const model = {
    action: `/pay/${session.id}`,
    amount: amountOf(visit),
    lines: linesOf(visit),
    description: session.payment_terms.description,
    knownEmail: session.customer_email,
    cancelAddress: session.cancel_url,
    kept: answer.kept ?? noFields,
    summary,
    refusal: answer.refusal ?? null,
    testCards,
  }
  sendPage(res, 'pay', model, { ...visit, status: summary.length > 0 ? 422 : 200 })
}

function amountOf({ session, locale }: Visit): string {
  return formatAmount(session.amount_total, session.currency, conventionsOf[locale])
}

function linesOf({ session, locale }: Visit) {
  return session.line_items.data.map((line) => ({
    name: line.description,
    quantity: line.quantity,
    unitPrice: formatAmount(line.price.unit_amount ?? 0, line.currency, conventionsOf[locale]),
    amount: formatAmount(line.amount_total, line.currency, conventionsOf[locale]),
  }))
}

/** Answers a form that comes too late: whoever has paid goes on to the shop, as after the first press. */
function sendOn(provider: Provider, res: Response, visit: Visit): void {
  if (visit.session.status === 'complete') res.redirect(303, successAddress(visit.session))
  else sendClosed(provider, res, visit)
}

function sendClosed(provider: Provider, res: Response, { session, locale, t }: Visit): void {
  const state = session.status === 'complete' ? 'complete' : 'expired'
  const address = state === 'complete' ? successAddress(session) : (session.cancel_url ?? provider.shopUrl)
  const notice = { heading: t(`${state}.heading`), text: t(`${state}.text`) }
  const link = { address, text: t('pay.back') }
  sendNotice(res, { ...notice, link }, { locale, status: state === 'complete' ? 200 : 410 })
}

function sendMissing(provider: Provider, res: Response, { locale, t }: Omit<Visit, 'session'>): void {
  const link = { address: provider.shopUrl, text: t('pay.back') }
  sendNotice(res, { heading: t('missing.heading'), text: t('missing.text'), link }, { locale, status: 404 })
}

function successAddress(session: CheckoutSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}
