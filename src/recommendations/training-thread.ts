import { parentPort } from 'node:worker_threads'
import { productTexts } from '../catalogue/index.ts'
import { closeDatabase } from '../platform/database.ts'
import { packArtifact } from './engine/artifact.ts'
import { EventLog } from './engine/event-log.ts'
import { type TrainingReport, train } from './engine/train.ts'
import { THE_BEGINNING, visitsAfter } from './visits-in-order.ts'

/** What the thread says: how far it is, and at last what it has learnt; without the bytes, where there is too little. */
export type FromTraining =
  | { step: 'reading' | 'learning'; events: number }
  | { step: 'done'; report: TrainingReport; bytes: Uint8Array }
  | { step: 'done'; report: undefined }

/** From fewer visits nothing is to be learnt. */
const FEWEST_VISITS = 20

const say = (message: FromTraining) => parentPort!.postMessage(message)

/** In a thread of its own, so that whatever else the worker has to do goes on meanwhile. */
try {
  const log = new EventLog()
  let read = 0
  for await (const { events } of visitsAfter(THE_BEGINNING)) {
    for (const event of events) log.add(event)
    read += events.length
    say({ step: 'reading', events: read })
  }
  if (log.sessions.count < FEWEST_VISITS) say({ step: 'done', report: undefined })
  else {
    say({ step: 'learning', events: read })
    const texts = await productTexts()
    const catalogue = texts.map(({ id, text }) => ({ item: String(id), text }))
    const learnt = train(log, catalogue, 'next')
    say({ step: 'done', report: learnt.report, bytes: packArtifact(learnt) })
  }
} finally {
  await closeDatabase()
}
