import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { findOwners, productsOfVariants } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing } from '../platform/forms.ts'
import {
  addChoice,
  askForTraining,
  comparison,
  goBackTo,
  officeChoices,
  placementFigures,
  placements,
  removeChoice,
  runningState,
  type Source,
  setComparison,
} from '../recommendations/index.ts'
import { type Change, changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { FIGURE_DAYS, recommendationsView } from './recommendations-view.ts'

const ADDRESS = '/admin/recommendations'
const places = [...placements, 'mail'] as const
const right = 'edit-products'

const choiceForm = z.object({
  sku: z
    .string('admin.recommendations.sku.unknown')
    .trim()
    .min(1, 'admin.recommendations.sku.unknown')
    .max(100),
  placement: z.enum(['everywhere', ...places], 'shared.form.wrong'),
  kind: z.enum(['pinned', 'excluded'], 'shared.form.wrong'),
})
const comparisonForm = z.object({
  version: z.coerce.number('shared.form.wrong').int().max(2_147_483_647),
  share: z
    .string('admin.recommendations.share.wrong')
    .trim()
    .regex(/^(?:[0-9]|[1-4]\d|50)$/, 'admin.recommendations.share.wrong')
    .transform(Number),
})

/** What comes of recommendations, what is learnt, and what staff choose themselves: `/admin/recommendations`. */
export function recommendationRoutes({ recommender }: { recommender: Source }): Router {
  const routes = Router()
  const show = async (req: Request, res: Response, form: Form<unknown>) =>
    res.page('admin/recommendations', await recommendationsView(req, recommender, form))
  const back = (req: Request, res: Response, done: string) => {
    notify(req, { key: `admin.done.${done}` })
    res.redirect(303, req.addressTo(ADDRESS))
  }

  routes.get(ADDRESS, requires('see-figures'), (req, res) => show(req, res, blankForm()))
  routes.get(`${ADDRESS}.csv`, requires('see-figures'), async (_req, res) => {
    const lines = (await placementFigures(FIGURE_DAYS)).map((one) => [
      ...[one.placement, one.version, one.shown, one.clicks, one.baskets, one.orders],
      one.revenue.map(({ currency, amount }) => `${amount} ${currency}`).join(', '),
    ])
    const headings = ['place', 'version', 'shown', 'clicks', 'baskets', 'orders', 'revenue_minor_units']
    sendCsv(res, 'recommendations', csvOf(headings, lines))
  })
  routes.post(
    `${ADDRESS}/trainings`,
    ...changes(changeOf('training-asked'), nothing, async (req, res) => {
      await askForTraining()
      back(req, res, 'training')
    }),
  )
  routes.post(
    `${ADDRESS}/models/:model/use`,
    ...changes(
      { ...changeOf('model-used', (req) => `model ${req.params.model}`), state: runningState },
      nothing,
      async (req, res) => {
        const outcome = await goBackTo(idIn(req.params.model))
        if (outcome.refused) throw new NotFound('model')
        back(req, res, 'model')
      },
    ),
  )
  routes.post(
    `${ADDRESS}/comparison`,
    ...changes(
      { ...changeOf('comparison-set'), state: (tx) => comparison(tx) },
      comparisonForm,
      async (req, res, form) => {
        if (!form.ok) return show(req, res.status(422), form)
        const outcome = await setComparison(form.value.share, form.value.version)
        if (outcome.refused)
          return show(req, res.status(409), form.refuse('admin.recommendations.share.changed', {}, 'share'))
        back(req, res, 'comparison')
      },
    ),
  )
  routes.post(
    `${ADDRESS}/choices`,
    ...changes(
      { ...changeOf('choice-made'), state: async (tx) => ({ choices: await officeChoices(tx) }) },
      choiceForm,
      async (req, res, form) => {
        const productId = form.ok ? await productOfSku(form.value.sku) : undefined
        if (!form.ok) return show(req, res.status(422), form)
        if (productId === undefined)
          return show(req, res.status(422), form.refuse('admin.recommendations.sku.unknown', {}, 'sku'))
        await addChoice({ ...form.value, productId })
        back(req, res, 'choice')
      },
    ),
  )
  routes.post(
    `${ADDRESS}/choices/:choice/removal`,
    ...changes(
      { ...changeOf('choice-removed'), state: async (tx) => ({ choices: await officeChoices(tx) }) },
      nothing,
      async (req, res) => {
        await removeChoice(idIn(req.params.choice))
        back(req, res, 'choice-removed')
      },
    ),
  )
  return routes
}

function changeOf(action: string, subject: Change['subject'] = () => 'recommendations'): Change {
  return { right, action, subject }
}

function idIn(given: string | string[] | undefined): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(given)
}

async function productOfSku(sku: string): Promise<number | undefined> {
  const owner = (await findOwners([sku])).get(sku)
  return owner && (await productsOfVariants([owner.variantId])).get(owner.variantId)
}
