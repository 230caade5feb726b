import { type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { countState, countStock } from '../inventory/index.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { actorOf, changes } from './change.ts'
import { type CountedLine, countSheet } from './count-sheet.ts'
import type { ListFault } from './list-rows.ts'
import { listField, readsList } from './reads-list.ts'

const listForm = z.object(listField)
const countForm = z.object({
  ...listField,
  counts: z
    .string()
    .max(200_000)
    .regex(/^\d+=\d+:\d+(,\d+=\d+:\d+)*$/, 'admin.count.nothing'),
})

/** What somebody has counted on the shelves, as a list: `/admin/stock/count`. It is looked at before it counts. */
export function countRoutes(): Router {
  const routes = Router()
  routes.get('/admin/stock/count', requires('adjust-stock'), (_req, res) => showCount(res, blankForm()))
  routes.post(
    '/admin/stock/count',
    ...readsList('adjust-stock', listForm, async (_req, res, form) => {
      if (!form.ok) return showCount(res.status(422), form)
      await showCount(res, form, await countSheet(form.value.list))
    }),
  )
  routes.post(
    '/admin/stock/count/set',
    ...changes(
      {
        ...{ right: 'adjust-stock', action: 'stock-counted', subject: () => 'stock' },
        state: (tx, req) =>
          countState(
            tx,
            countsIn(String(req.body.counts ?? '')).map(({ variantId }) => variantId),
          ),
      },
      countForm,
      async (req, res, form) => {
        if (!form.ok) return showCount(res.status(422), form)
        const counted = countsIn(form.value.counts)
        const outcome = await countStock(counted, actorOf(req))
        if (outcome.refused) {
          const refusal =
            outcome.refused === 'held'
              ? form.refuse('admin.count.short', { count: outcome.short.length })
              : form.refuse('admin.list.changed')
          return showCount(res.status(409), refusal, await countSheet(form.value.list))
        }
        const count = [...outcome.deltas.values()].filter((delta) => delta !== 0).length
        notify(req, { key: 'admin.done.counted', values: { count } })
        res.redirect(303, req.addressTo('/admin/stock'))
      },
    ),
  )
  return routes
}

function countsIn(counts: string) {
  return counts.split(',').flatMap((pair) => {
    const [variantId, seen, onHand] = pair.split(/[=:]/).map(Number)
    return [variantId, seen, onHand].every(Number.isSafeInteger)
      ? [{ variantId: variantId!, seen: seen!, onHand: onHand! }]
      : []
  })
}

interface Sheet {
  lines: CountedLine[]
  faults: ListFault[]
}

async function showCount(res: Response, form: Form<unknown>, sheet: Sheet | null = null) {
  const changed = sheet?.lines.filter(({ onHand, counted }) => onHand !== counted) ?? []
  await res.page('admin/count', {
    ...{
      form,
      faults: sheet?.faults ?? [],
      lines: sheet ? changed : null,
      same: (sheet?.lines.length ?? 0) - changed.length,
    },
    counts: changed.map(({ variantId, onHand, counted }) => `${variantId}=${onHand}:${counted}`).join(','),
  })
}
