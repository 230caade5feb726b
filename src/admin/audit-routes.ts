import { Router } from 'express'
import { z } from 'zod'
import { requires } from '../identity/index.ts'
import { AUDIT_PAGE, auditActions, auditLog } from './audit-log.ts'
import { csvOf, sendCsv } from './csv.ts'
import { fileAddress, pageOf, sortedPageIn, sortHeads } from './sorted-list.ts'

const query = z.object({
  actor: z.string().trim().max(100).catch(''),
  action: z.string().max(60).catch(''),
  subject: z.string().trim().max(100).catch(''),
})
const columns = ['at'] as const
const newestFirst = { column: 'at', isDescending: true } as const
const MOST_EXPORTED = 50_000

/** Who has changed what: `/admin/audit`, and as a file. */
export function auditRoutes(): Router {
  const routes = Router()
  routes.get('/admin/audit', requires('see-audit'), async (req, res) => {
    const asked = query.parse(req.query)
    const page = sortedPageIn(req, columns, newestFirst)
    const [found, actions] = await Promise.all([auditLog({ ...asked, page }), auditActions()])
    const { shown, next } = pageOf(req, found, AUDIT_PAGE)
    await res.page('admin/audit', {
      ...{ entries: shown, actions, asked, next },
      heads: sortHeads(req, columns, page.sorting),
      file: fileAddress(req),
    })
  })
  routes.get('/admin/audit.csv', requires('see-audit'), async (req, res) => {
    const { sorting } = sortedPageIn(req, columns, newestFirst)
    const found = await auditLog(
      { ...query.parse(req.query), page: { sorting, behind: null } },
      MOST_EXPORTED,
    )
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
