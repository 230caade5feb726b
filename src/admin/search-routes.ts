import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { type Locale, locales } from '../platform/locale.ts'
import { searchesView, setSynonyms, synonymsIn, synonymsState, understand } from '../search/index.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'

const DAYS = 30
const synonymForm = z.object({
  locale: z.enum(locales, 'shared.form.wrong'),
  seen: z.string().max(20_000).default(''),
  synonyms: z.string().max(20_000, 'shared.form.too-long').default(''),
})
const trial = z.object({ q: z.string().trim().max(100).catch(''), in: z.enum(locales).catch('en') })

/** What people look for, in vain above all, and which words mean the same: `/admin/search`. */
export function searchRoutes(): Router {
  const routes = Router()
  routes.get('/admin/search', requires('edit-products'), (req, res) => showSearch(req, res, blankForm()))
  routes.get('/admin/search.csv', requires('edit-products'), async (_req, res) => {
    const lines = (await searchesView({ days: DAYS, inVain: false, count: 10_000 })).map((one) => [
      ...[one.query, one.locale, one.times, one.found, one.shownFor],
    ])
    sendCsv(res, 'searches', csvOf(['query', 'language', 'times', 'found', 'shown_for'], lines))
  })
  routes.post(
    '/admin/search',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'synonyms-set' },
        subject: (req) => `synonyms ${localeIn(req)}`,
        state: (tx, req) => synonymsState(tx, localeIn(req)),
      },
      synonymForm,
      async (req, res, form) => {
        if (!form.ok) return showSearch(req, res.status(422), form)
        const { locale, seen, synonyms } = form.value
        const outcome = await setSynonyms(
          locale,
          seen.replaceAll('\r\n', '\n'),
          synonyms.replaceAll('\r\n', '\n'),
        )
        if (outcome.refused) return showSearch(req, res.status(409), form.refuse('admin.synonyms.changed'))
        notify(req, { key: 'admin.done.synonyms' })
        res.redirect(303, req.addressTo('/admin/search'))
      },
    ),
  )
  return routes
}

function localeIn(req: Request): Locale {
  return z.object({ locale: z.enum(locales).catch('en') }).parse(req.body).locale
}

async function showSearch(req: Request, res: Response, form: Form<unknown>) {
  const { q, in: language } = trial.parse(req.query)
  const [inVain, most, taken, ...known] = await Promise.all([
    searchesView({ days: DAYS, inVain: true, count: 50 }),
    searchesView({ days: DAYS, inVain: false, count: 50 }),
    q ? understand(q, language) : null,
    ...locales.map((locale) => synonymsIn(locale)),
  ])
  await res.page('admin/search', {
    ...{ form, inVain, most, trial: { q, language, taken } },
    languages: locales.map((locale, index) => ({ locale, seen: known[index] })),
  })
}
