import { type Request, Router } from 'express'
import { z } from 'zod'
import { findOwners } from '../catalogue/index.ts'
import { ownerOf } from '../identity/index.ts'
import { takes } from '../platform/forms.ts'
import { addLines } from './add-lines.ts'
import { forgetSaved, saveForLater } from './save-for-later.ts'
import { savedLines } from './saved-lines.ts'
import { answerChange } from './show-basket.ts'

const keyForm = z.object({ key: z.uuid().catch(() => crypto.randomUUID()) })

/** What is kept for later: `/basket/saved`. */
export function savedRoutes(): Router {
  const routes = Router()

  routes.post(
    '/basket/lines/:sku/saving',
    takes(keyForm, async (req, res) => {
      const variantId = await variantIdOf(req)
      const owner = ownerOf(req)
      const saved = owner && variantId ? await saveForLater(owner, variantId) : { refused: 'gone' as const }
      const told =
        saved.refused === 'full'
          ? { key: 'basket.saved.full', values: { most: saved.most } }
          : { key: 'basket.saved.notice', values: {} }
      return answerChange(req, res, saved.refused === 'gone' ? undefined : told)
    }),
  )

  routes.post(
    '/basket/saved/:sku',
    takes(keyForm, async (req, res, form) => {
      const variantId = await variantIdOf(req)
      const owner = ownerOf(req)
      const { locale, currency } = req
      const line = (await savedLines(owner, req)).find(({ variant }) => variant.id === variantId)
      if (!owner || !line || !form.ok) return answerChange(req, res)
      const { quantity, variant } = line
      const wanted = [{ variantId: variant.id, quantity, title: variant.title }]
      const { added } = await addLines(owner, wanted, { key: form.value.key, locale, currency })
      if (added > 0) await forgetSaved(owner, variant.id)
      const values = { title: variant.title, quantity: added, wanted: quantity }
      return answerChange(req, res, { key: 'basket.saved.moved', values })
    }),
  )

  routes.post(
    '/basket/saved/:sku/removal',
    takes(keyForm, async (req, res) => {
      const variantId = await variantIdOf(req)
      const owner = ownerOf(req)
      if (owner && variantId) await forgetSaved(owner, variantId)
      return answerChange(req, res, { key: 'basket.saved.forgotten', values: {} })
    }),
  )
  return routes
}

async function variantIdOf(req: Request): Promise<number | undefined> {
  const sku = String(req.params.sku)
  return (await findOwners([sku])).get(sku)?.variantId
}
