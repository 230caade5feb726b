import { patientTransaction, row, rows, type Transaction, transaction } from '../platform/database.ts'
import type { TrainingReport } from './engine/train.ts'

/** Something that was learnt, or is being learnt: a row of its own each time. */
export interface ModelRecord {
  id: number
  state: 'training' | 'running' | 'retired' | 'refused' | 'failed'
  step: 'reading' | 'learning' | 'keeping' | 'done'
  /** How many events have been read so far. */
  events: number
  /** Why it failed or was refused. */
  reason: 'too-little' | 'worse' | 'interrupted' | 'broken' | null
  report: TrainingReport | null
  beganAt: Date
  endedAt: Date | null
}

export const MODEL_COLUMNS =
  'id, state, step, events, reason, report, began_at as "beganAt", ended_at as "endedAt"'

/** Without a sign of life for so long, whoever was at it has died. */
const SILENCE = '2 minutes'

/** The number of the model that is now to be learnt; undefined while another one is. */
export function beginTraining(): Promise<number | undefined> {
  return transaction(async (tx) => {
    await rows(
      `update recommendations.models set state = 'failed', reason = 'interrupted', ended_at = now()
       where state = 'training' and progressed_at < now() - $silence::interval`,
      { silence: SILENCE },
      tx,
    )
    const begun = await row<{ id: number }>(
      'insert into recommendations.models default values on conflict do nothing returning id',
      {},
      tx,
    )
    return begun?.id
  })
}

/** Says how far it is, which is a sign of life as well. */
export function noteProgress(id: number, { step, events }: Pick<ModelRecord, 'step' | 'events'>) {
  return transaction(async (tx) => {
    await rows(
      `update recommendations.models set step = $step, events = $events, progressed_at = now()
       where id = $id and state = 'training'`,
      { id, step, events },
      tx,
    )
  })
}

/** How the training has ended. */
export async function endTraining(
  tx: Transaction,
  id: number,
  end: { state: ModelRecord['state']; reason?: ModelRecord['reason']; report?: TrainingReport },
): Promise<void> {
  const { state, reason = null, report = null } = end
  await rows(
    `update recommendations.models set state = $state, reason = $reason, report = $report::jsonb, step = 'done',
       ended_at = now(), progressed_at = now()
     where id = $id and state = 'training'`,
    { id, state, reason, report: report && JSON.stringify(report) },
    tx,
  )
}

/** The model that is asked, if anything has been learnt. */
export function runningModel(tx?: Transaction): Promise<ModelRecord | undefined> {
  return row<ModelRecord>(
    `select ${MODEL_COLUMNS} from recommendations.models where state = 'running'`,
    {},
    tx,
  )
}

/** What the model that is asked has learnt, as a file; undefined as long as there is none. */
export function runningArtifact(): Promise<{ id: number; bytes: Buffer } | undefined> {
  return patientTransaction((tx) =>
    row<{ id: number; bytes: Buffer }>(
      `select model.id, artifact.bytes from recommendations.models model
       join recommendations.artifacts artifact on artifact.model_id = model.id
       where model.state = 'running'`,
      {},
      tx,
    ),
  )
}
