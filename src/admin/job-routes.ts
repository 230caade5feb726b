import { type Request, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { jobCounts, jobStateOf, retryJob, troubledJobs } from '../platform/job-list.ts'
import { changes } from './change.ts'

const jobId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** What waits in the queue and what has failed: `/admin/jobs`. */
export function jobRoutes(): Router {
  const routes = Router()
  routes.get('/admin/jobs', requires('retry-jobs'), async (_req, res) => {
    const [counts, jobs] = await Promise.all([jobCounts(), troubledJobs()])
    await res.page('admin/jobs', { counts, jobs })
  })
  routes.post(
    '/admin/jobs/:job/retry',
    ...changes(
      {
        ...{ right: 'retry-jobs', action: 'job-retried' },
        subject: (req) => `job ${req.params.job}`,
        state: (tx, req) => jobStateOf(tx, idIn(req)),
      },
      z.object({}),
      async (req, res) => {
        if (!(await retryJob(idIn(req)))) throw new NotFound('job')
        notify(req, { key: 'admin.done.retried' })
        res.redirect(303, req.addressTo('/admin/jobs'))
      },
    ),
  )
  return routes
}

function idIn(req: Request): number {
  return jobId.catch(0).parse(req.params.job)
}
