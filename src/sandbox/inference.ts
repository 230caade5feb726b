import { type Response, Router, text } from 'express'

/** Longer than any shop waits, so that it is the shop that gives up. */
const PATIENCE_MS = 60_000
const VARIANT = 'AllTraffic'

/** What SageMaker's runtime answers: `POST /endpoints/NAME/invocations` goes to the container at this address. */
export function inferenceEndpoint(container: string): Router {
  const routes = Router()
  routes.post('/:name/invocations', text({ type: () => true, limit: '6mb' }), async (req, res) => {
    try {
      const answer = await fetch(`${container}/invocations`, {
        method: 'POST',
        headers: { 'Content-Type': req.get('Content-Type') ?? 'application/json' },
        body: String(req.body ?? ''),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const said = await answer.text()
      if (!answer.ok) return refuse(res, 424, 'ModelError', said)
      res
        .set({ 'x-Amzn-Invoked-Production-Variant': VARIANT })
        .type(answer.headers.get('Content-Type') ?? 'application/json')
        .send(said)
    } catch {
      refuse(res, 503, 'ServiceUnavailable', 'No container serves the model.')
    }
  })
  return routes
}

function refuse(res: Response, status: number, kind: string, message: string): void {
  res.status(status).set('x-amzn-ErrorType', kind).json({ Message: message, OriginalMessage: message })
}
