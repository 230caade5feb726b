import { patientTransaction, rows, type Transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import type { TrainingReport } from './engine/train.ts'
import { beginTraining, endTraining, noteProgress, runningModel } from './model-record.ts'
import { openThread } from './thread.ts'
import type { FromTraining } from './training-thread.ts'

/** By so much less than the running one a new model may foresee. */
const MOST_WORSE = 0.05
/** So many of the newest can be gone back to. */
const KEPT_ARTIFACTS = 3
const SIGN_OF_LIFE_MS = 10_000

type Learnt = { report: TrainingReport; bytes: Uint8Array }

/**
 * Learns from all that is kept, in a thread of its own, and puts what was learnt in the place of what is asked until then;
 * not where it foresees less. Does nothing while another training is under way.
 */
export async function trainModel(): Promise<void> {
  const id = await beginTraining()
  if (id === undefined) return
  try {
    const learnt = await learnInThread(id)
    await patientTransaction((tx) => (learnt ? decide(tx, id, learnt) : tooLittle(tx, id)))
  } catch (error) {
    logger.error({ err: error, model: id }, 'a training has failed')
    await patientTransaction((tx) => endTraining(tx, id, { state: 'failed', reason: 'broken' }))
  }
}

function learnInThread(id: number): Promise<Learnt | undefined> {
  return new Promise((resolve, reject) => {
    const thread = openThread('training-thread')
    let at = { step: 'reading' as 'reading' | 'learning', events: 0 }
    const tell = () => void noteProgress(id, at).catch(() => undefined)
    const alive = setInterval(tell, SIGN_OF_LIFE_MS)
    thread.on('message', (said: FromTraining) => {
      if (said.step === 'done') return resolve(said.report && said)
      if (said.step !== at.step) logger.info({ model: id, ...said }, 'training')
      at = said
      tell()
    })
    thread.once('error', reject)
    thread.once('exit', () => {
      clearInterval(alive)
      reject(new Error('The thread has ended without a word.'))
    })
  })
}

async function tooLittle(tx: Transaction, id: number): Promise<void> {
  logger.info({ model: id }, 'there is too little to learn from')
  await endTraining(tx, id, { state: 'failed', reason: 'too-little' })
}

/** The better one runs; both are kept. */
async function decide(tx: Transaction, id: number, { report, bytes }: Learnt): Promise<void> {
  await rows(
    'insert into recommendations.artifacts (model_id, bytes) values ($id, $bytes)',
    { id, bytes: Buffer.from(bytes) },
    tx,
  )
  const before = await runningModel(tx)
  const isWorse = before?.report && report.figures.recall < before.report.figures.recall * (1 - MOST_WORSE)
  if (!isWorse) await retire(tx)
  await endTraining(
    tx,
    id,
    isWorse ? { state: 'refused', reason: 'worse', report } : { state: 'running', report },
  )
  await rows(
    `delete from recommendations.artifacts artifact using recommendations.models model
     where model.id = artifact.model_id and model.state <> 'running' and model.id not in (
       select model_id from recommendations.artifacts order by model_id desc limit ${KEPT_ARTIFACTS})`,
    {},
    tx,
  )
  const { sessions, items, seconds, figures } = report
  logger.info(
    { model: id, sessions, items, seconds, figures, isWorse: Boolean(isWorse) },
    'a training is done',
  )
}

async function retire(tx: Transaction): Promise<void> {
  await rows(`update recommendations.models set state = 'retired' where state = 'running'`, {}, tx)
}

/**
 * Puts a model that was learnt earlier in the place of the running one. Refuses one of which the artifact is not kept any
 * more (`gone`).
 */
export async function useModel(tx: Transaction, id: number) {
  const kept = await rows('select from recommendations.artifacts where model_id = $id', { id }, tx)
  if (kept.length === 0) return { refused: 'gone' as const }
  await retire(tx)
  await rows(`update recommendations.models set state = 'running', reason = null where id = $id`, { id }, tx)
  return {}
}
