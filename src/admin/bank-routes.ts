import { type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { type MatchedTransfer, recordTransfers } from '../orders/index.ts'
import { readBankList } from '../payments/index.ts'
import { Unreadable } from '../platform/csv-records.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { currencies } from '../platform/money.ts'
import { actorOf, changes } from './change.ts'
import { listField, readsList } from './reads-list.ts'

const bankForm = z.object({
  ...listField,
  currency: z.enum(currencies).catch('EUR'),
})

/** What a bank says came in: read, looked at, and then recorded: `/admin/payments/bank`. */
export function bankRoutes(): Router {
  const routes = Router()
  routes.get('/admin/payments/bank', requires('settle-payments'), (_req, res) => showBank(res, blankForm()))
  routes.post(
    '/admin/payments/bank',
    ...readsList('settle-payments', bankForm, async (req, res, form) => {
      const read = await readIn(form, { actor: actorOf(req), isRehearsal: true })
      await showBank(read.form.ok ? res : res.status(422), read.form, read)
    }),
  )
  routes.post(
    '/admin/payments/bank/record',
    ...changes(
      { ...{ right: 'settle-payments', action: 'transfers-recorded' }, subject: () => 'bank list' },
      bankForm,
      async (req, res, form) => {
        const read = await readIn(form, { actor: actorOf(req), isRehearsal: false })
        if (!read.form.ok) return showBank(res.status(422), read.form, read)
        const count = read.lines.filter(({ recorded }) => recorded.outcome === 'recorded').length
        notify(req, { key: 'admin.done.bank', values: { count } })
        res.redirect(303, req.addressTo('/admin/payments'))
      },
    ),
  )
  return routes
}

type Line = Pick<MatchedTransfer, 'number' | 'recorded'> & {
  line: number
  amount: number
  currency: string
  purpose: string
}

interface Read {
  form: Form<unknown>
  lines: Line[]
  outgoing: number
  faults: { line: number; sentence: string }[]
}

async function readIn(
  form: Form<z.infer<typeof bankForm>>,
  by: { actor: string; isRehearsal: boolean },
): Promise<Read> {
  const nothing = { lines: [], outgoing: 0, faults: [] }
  if (form.ok && !form.value.list.trim())
    return { ...nothing, form: form.refuse('admin.list.missing', {}, 'list') }
  if (!form.ok) return { ...nothing, form }
  try {
    const { transfers, outgoing, faults } = await readBankList(Buffer.from(form.value.list), form.value)
    const matched = await recordTransfers(transfers, by)
    const lines = matched.map(({ number, recorded }, index) => {
      const { line, amount, currency, purpose } = transfers[index]!
      return { line, amount, currency, purpose, number, recorded }
    })
    return { form, lines, outgoing, faults }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...nothing, form, faults: [{ line: error.line, sentence: error.message }] }
  }
}

async function showBank(res: Response, form: Form<unknown>, read: Omit<Read, 'form'> | null = null) {
  await res.page('admin/bank', { form, read, currencies })
}
