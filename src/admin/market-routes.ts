import { type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { Form } from '../platform/forms.ts'
import { type OfficeMarket, officeMarkets, rulesState, setMarket } from '../pricing/index.ts'
import { changes } from './change.ts'
import { codeIn, codesOf, named, namesIn } from './rule-fields.ts'

const marketForm = z.object({
  seen: z.string().max(40),
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z-]{0,39}$/, 'admin.rules.code'),
  ...named,
  countries: z.string().max(5_000),
  included: z.enum(['yes', 'no'], 'shared.form.wrong'),
})

/** Where prices mean the same, with their tax or without: `/admin/markets`. */
export function marketRoutes(): Router {
  const routes = Router()
  routes.get('/admin/markets', requires('edit-rules'), (_req, res) => showMarkets(res))
  routes.post(
    '/admin/markets',
    ...changes(
      {
        ...{ right: 'edit-rules', action: 'market-set' },
        subject: (req) => `market ${codeIn(req)}`,
        state: (tx, req) => rulesState(tx, 'markets', codeIn(req)),
      },
      marketForm,
      async (req, res, sent) => {
        const { codes, unknown } = codesOf(sent.text('countries'), /^[A-Z]{2}$/)
        const form =
          unknown.length > 0
            ? sent.refuse('admin.rules.places', { places: unknown.join(', ') }, 'countries')
            : sent
        if (!form.ok) return showMarkets(res.status(422), form)
        const { seen, code, included } = form.value
        const outcome = await setMarket(seen, {
          code,
          name: namesIn(form.value),
          taxIncluded: included === 'yes',
          countries: codes,
        })
        if (outcome.refused) return showMarkets(res.status(409), form.refuse('admin.rules.changed'))
        notify(req, { key: 'admin.done.rules' })
        res.redirect(303, req.addressTo('/admin/markets'))
      },
    ),
  )
  return routes
}

const givenOf = ({ code, name, countries, taxIncluded }: OfficeMarket) => ({
  ...{ code, 'name-en': name.en, 'name-de': name.de ?? '', countries: countries.join(' ') },
  included: taxIncluded ? 'yes' : 'no',
})

/** A form for each market, and a blank one; the one that was sent finds what was typed into it. */
async function showMarkets(res: Response, sent?: Form<unknown>) {
  const markets = await officeMarkets()
  const known = markets.map((market) => ({
    code: market.code,
    seen: fingerprintOf(market),
    given: givenOf(market),
  }))
  const forms = [...known, { code: '', seen: fingerprintOf(null), given: {} }].map(
    ({ code, seen, given }) => {
      const isSent =
        sent &&
        (sent.text('code') === code || (code === '' && !known.some((one) => one.code === sent.text('code'))))
      return { code, seen, form: isSent ? sent : new Form<unknown>(given, undefined) }
    },
  )
  await res.page('admin/markets', { forms, form: sent ?? new Form({}, undefined) })
}
