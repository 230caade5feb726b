import { Router } from 'express'
import { z } from 'zod'
import { requires } from '../identity/index.ts'
import { AUDIT_PAGE, auditActions, auditLog } from './audit-log.ts'
import { csvOf, sendCsv } from './csv.ts'

const query = z.object({
  actor: z.string().trim().max(100).catch(''),
  action: z.string().max(60).catch(''),
  subject: z.string().trim().max(100).catch(''),
  before: z.coerce.number().int().positive().nullable().catch(null),
})
const MOST_EXPORTED = 50_000

/** Who has changed what: `/admin/audit`, and as a file. */
export function auditRoutes(): Router {
  const routes = Router()
  routes.get('/admin/audit', requires('see-audit'), async (req, res) => {
    const asked = query.parse({ ...req.query, before: req.query.before || null })
    const [found, actions] = await Promise.all([auditLog(asked), auditActions()])
    const entries = found.slice(0, AUDIT_PAGE)
    const { before: _before, ...filters } = asked
    const given = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
    const older = found.length > AUDIT_PAGE ? new URLSearchParams(given) : undefined
    older?.set('before', String(entries.at(-1)!.id))
    await res.page('admin/audit', {
      entries,
      actions,
      asked: filters,
      older: older ? `/admin/audit?${older}` : null,
      file: `/admin/audit.csv${given.size > 0 ? `?${given}` : ''}`,
    })
  })
  routes.get('/admin/audit.csv', requires('see-audit'), async (req, res) => {
    const found = await auditLog({ ...query.parse(req.query), before: null }, MOST_EXPORTED)
    const head = ['at', 'actor', 'action', 'subject', 'before', 'after', 'network', 'request']
    const lines = found.map((entry) => [
      ...[entry.at, entry.actor, entry.action, entry.subject],
      ...[entry.before && JSON.stringify(entry.before), entry.after && JSON.stringify(entry.after)],
      ...[entry.network, entry.request],
    ])
    sendCsv(res, 'audit', csvOf(head, lines))
  })
  return routes
}
