import { Router } from 'express'
import type { Redis } from 'ioredis'
import { rows } from './database.ts'

const PATIENCE_MS = 2_000

/** `/health/live`: the process answers. `/health/ready`: what it needs answers too, and it is not leaving. */
export function healthRoutes(redis: Redis | undefined, isLeaving: () => boolean): Router {
  const routes = Router()
  routes.get('/live', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ live: true })
  })
  routes.get('/ready', async (_req, res) => {
    const checks = {
      staying: !isLeaving(),
      database: await answers(() => rows('select 1')),
      redis: redis ? await answers(() => redis.ping()) : true,
    }
    const ready = Object.values(checks).every(Boolean)
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready, ...checks })
  })
  return routes
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let limit: NodeJS.Timeout | undefined
  const silence = new Promise<false>((resolve) => {
    limit = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([ask().then(() => true), silence])
  } catch {
    return false
  } finally {
    clearTimeout(limit)
  }
}
