import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { officeCategories, productsToTurn, turnedState, turnProducts, turns } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { changes } from './change.ts'

const MOST = 50
const ids = z
  .string()
  .regex(/^\d{1,15}(,\d{1,15})*$/, 'admin.turn.none')
  .transform((list) => [...new Set(list.split(',').map(Number))].slice(0, MOST))
const asked = z.object({ id: z.union([z.string(), z.array(z.string())]).optional() })
const turnForm = z.object({
  ids,
  turn: z.enum([...turns, 'move'], 'admin.turn.missing'),
  category: z.coerce.number().int().nonnegative().catch(0),
})

/** What is done to many products at once, asked about on one page: `/admin/products/turn`. */
export function turnRoutes(): Router {
  const routes = Router()
  routes.get('/admin/products/turn', requires('edit-products'), async (req, res) => {
    const chosen = asked.catch({}).parse(req.query).id ?? []
    await showTurn(res, blankForm({ ids: [chosen].flat().join(',') }))
  })
  routes.post(
    '/admin/products/turn',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'products-turned' },
        subject: (req) => `products ${idsIn(req).join(', ')}`,
        state: (tx, req) => turnedState(tx, idsIn(req)),
      },
      turnForm,
      async (req, res, form) => {
        if (!form.ok) return showTurn(res.status(422), form)
        const { ids: productIds, turn, category } = form.value
        const categories = await officeCategories()
        if (turn === 'move' && !categories.some(({ id }) => id === category)) {
          return showTurn(res.status(422), form.refuse('admin.product.category.missing', {}, 'category'))
        }
        const { count } = await turnProducts(productIds, turn === 'move' ? { categoryId: category } : turn)
        notify(req, { key: 'admin.done.turned', values: { count } })
        res.redirect(303, req.addressTo('/admin/products'))
      },
    ),
  )
  return routes
}

function idsIn(req: Request): number[] {
  return ids.catch([]).parse(z.object({ ids: z.unknown() }).parse(req.body).ids)
}

async function showTurn(res: Response, form: Form<unknown>) {
  const [products, categories] = await Promise.all([
    productsToTurn(ids.catch([]).parse(form.text('ids'))),
    officeCategories(),
  ])
  await res.page('admin/turn', { form, products, categories, turns: [...turns, 'move'] })
}
