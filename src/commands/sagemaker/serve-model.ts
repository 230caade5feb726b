import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express, { type ErrorRequestHandler } from 'express'
import { z } from 'zod'
import { answerOf, queryForm, queryOf, Recommender, unpackArtifact } from '../../recommendations/index.ts'
import { MODEL } from './train-model.ts'

/**
 * Answers as SageMaker asks: `GET /ping` once the model is read, `POST /invocations` with a query as JSON. It never writes,
 * and ends when it is told to. An endpoint that is there before its first model says so to whoever asks (503), who then asks
 * elsewhere.
 * @throws Unusable when the model is damaged or of another kind; an error with a code when the port is taken.
 */
export async function serveModel(root: string, port: number): Promise<void> {
  const learnt = await readFile(join(root, MODEL)).catch(unlessMissing)
  const recommender = learnt && new Recommender(unpackArtifact(learnt))
  const app = express().disable('x-powered-by')
  app.get('/ping', (_req, res) => void res.json({ sessions: recommender?.report.sessions ?? 0 }))
  app.post('/invocations', express.json({ limit: '1mb', type: () => true }), (req, res) => {
    if (!recommender) return void res.status(503).json({ error: 'There is no model yet.' })
    const asked = queryForm.safeParse(req.body)
    if (!asked.success) return void res.status(400).json({ error: z.prettifyError(asked.error) })
    res.json(answerOf(recommender.recommend(queryOf(asked.data))))
  })
  app.use(answerFault)
  const server = app.listen(port)
  await once(server, 'listening')
  const { port: open } = server.address() as AddressInfo
  console.log(recommender ? `The model is served at port ${open}.` : `Port ${open} waits for a model.`)
  process.once('SIGTERM', () => server.close())
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** What cannot be read is told to whoever sent it; what fails here says no more than that. */
const answerFault: ErrorRequestHandler = (error: { status?: number; message: string }, _req, res, _next) => {
  const isTheirs = error.status !== undefined && error.status < 500
  if (!isTheirs) console.error(error)
  res
    .status(isTheirs ? error.status! : 500)
    .json({ error: isTheirs ? error.message : 'The model has failed.' })
}
