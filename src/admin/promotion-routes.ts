import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { officeCategories, slugsOf } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { inLocale } from '../platform/locale.ts'
import {
  createPromotion,
  editPromotion,
  officePromotion,
  officePromotions,
  promotionFilters,
  promotionMadeWith,
  promotionsBeside,
  stopPromotion,
} from '../pricing/index.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { accesses, kinds, promotionForm, promotionGiven, promotionIn } from './promotion-form.ts'
import { promotionChange, promotionHere, promotionIdIn } from './promotion-here.ts'
import { promotionTrial } from './promotion-trial.ts'
import { sortedHere } from './sorted-list.ts'

const MOST = 200
const MOST_EXPORTED = 100_000
const query = z.object({
  filter: z.enum(promotionFilters).catch('all'),
  text: z.string().trim().max(100).catch(''),
})

/** What is taken off for everybody or for who knows a code: `/admin/promotions`. */
export function promotionRoutes(): Router {
  const routes = Router()

  routes.get('/admin/promotions', requires('edit-prices'), async (req, res) => {
    const asked = askedIn(req)
    const file = `/admin/promotions.csv?${new URLSearchParams({ filter: asked.filter, q: asked.text })}`
    const [promotions, categories] = await Promise.all([officePromotions(asked, MOST), categoryNames()])
    const { shown, heads } = sortedHere(
      req,
      promotions,
      {
        name: ({ name }) => inLocale(name, req.locale),
        starts: ({ startsAt }) => startsAt,
        ends: ({ endsAt }) => endsAt,
        uses: ({ uses }) => uses,
      },
      { column: 'starts', isDescending: true },
    )
    await res.page('admin/promotions', {
      ...{ promotions: shown, heads, categories, asked, filters: promotionFilters, file },
    })
  })
  routes.get('/admin/promotions.csv', requires('edit-prices'), async (req, res) => {
    const lines = (await officePromotions(askedIn(req), MOST_EXPORTED)).map((one) => [
      ...[one.name.en, one.code, one.kind, one.state, one.uses, one.limitInAll],
      ...[one.startsAt.toISOString(), one.endsAt?.toISOString() ?? ''],
    ])
    sendCsv(
      res,
      'promotions',
      csvOf(['name', 'code', 'kind', 'state', 'uses', 'limit', 'starts', 'ends'], lines),
    )
  })
  routes.get('/admin/promotions/new', requires('edit-prices'), async (req, res) => {
    const like = await officePromotion(z.coerce.number().int().positive().catch(0).parse(req.query.like))
    const given = like && { ...(await givenOf(like)), starts: '', ends: '', code: '', version: '0' }
    await showPromotion(
      res,
      blankForm(given ?? { access: 'everybody', kind: 'percentage', combines: 'yes' }),
      null,
    )
  })
  routes.post(
    '/admin/promotions/new',
    ...changes(
      {
        ...{ right: 'edit-prices', action: 'promotion-made' },
        subject: (req) => `promotion ${sentIn(req)['name-en']}`,
        state: (tx, req) => promotionMadeWith(tx, sentIn(req).key),
      },
      promotionForm,
      async (req, res, sent) => {
        const { form, edit } = await promotionIn(sent)
        if (!edit) return showPromotion(res.status(422), form, null)
        const outcome = await createPromotion(edit, z.uuid().parse(form.value.key))
        if (outcome.refused)
          return showPromotion(res.status(409), form.refuse('admin.promotion.code.taken', {}, 'code'), null)
        notify(req, { key: 'admin.done.promotion' })
        res.redirect(303, req.addressTo(`/admin/promotions/${outcome.id}`))
      },
    ),
  )
  routes.get('/admin/promotions/:promotion', requires('edit-prices'), async (req, res) => {
    const promotion = await promotionHere(req)
    await showPromotion(res, blankForm(await givenOf(promotion)), promotion, req.query)
  })
  routes.post(
    '/admin/promotions/:promotion',
    ...changes(promotionChange('promotion-edited'), promotionForm, async (req, res, sent) => {
      const promotion = await promotionHere(req)
      const { form, edit } = await promotionIn(sent)
      if (!edit) return showPromotion(res.status(422), form, promotion)
      const outcome = await editPromotion(promotion.id, form.value.version, edit)
      if (outcome.refused === 'unknown') throw new NotFound('promotion')
      if (outcome.refused)
        return showPromotion(res.status(409), refusedBy(form, outcome.refused), await promotionHere(req))
      notify(req, { key: 'admin.done.promotion' })
      res.redirect(303, req.addressTo(`/admin/promotions/${promotion.id}`))
    }),
  )
  routes.get('/admin/promotions/:promotion/stop', requires('edit-prices'), async (req, res) => {
    await res.page('admin/promotion-stop', { promotion: await promotionHere(req) })
  })
  routes.post(
    '/admin/promotions/:promotion/stop',
    ...changes(
      promotionChange('promotion-stopped'),
      z.object({ stopped: z.enum(['yes', 'no']).catch('yes') }),
      async (req, res, form) => {
        const id = promotionIdIn(req)
        if ((await stopPromotion(id, form.value.stopped === 'yes')).refused) throw new NotFound('promotion')
        notify(req, { key: `admin.done.promotion.stopped.${form.value.stopped}` })
        res.redirect(303, req.addressTo(`/admin/promotions/${id}`))
      },
    ),
  )
  return routes
}

function askedIn(req: Request) {
  return query.parse({ filter: req.query.filter, text: req.query.q })
}

function sentIn(req: Request) {
  return z.object({ 'name-en': z.string().trim(), key: z.uuid() }).parse(req.body)
}

type Promotion = Awaited<ReturnType<typeof promotionHere>>

function refusedBy<Value>(form: Form<Value>, refused: 'changed' | 'code-taken'): Form<Value> {
  if (refused === 'changed') return form.refuse('admin.promotion.changed')
  return form.refuse('admin.promotion.code.taken', {}, 'code')
}

async function givenOf(promotion: Promotion) {
  return promotionGiven(promotion, await slugsOf(promotion.productIds))
}

async function categoryNames() {
  return Object.fromEntries((await officeCategories()).map(({ id, name }) => [id, name]))
}

/** After a conflict the fields keep what was typed, and the words beside them say how it is now. */
async function showPromotion(
  res: Response,
  form: Form<unknown>,
  promotion: Promotion | null,
  asked: unknown = {},
) {
  const [categories, beside, trial] = await Promise.all([
    officeCategories(),
    promotion ? promotionsBeside(promotion.id) : [],
    promotion ? promotionTrial(promotion.id, asked) : null,
  ])
  await res.page('admin/promotion', { form, promotion, categories, beside, trial, kinds, accesses })
}
