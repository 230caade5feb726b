import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Unreadable } from '../../platform/csv-records.ts'
import { EventLog, eventsIn, packArtifact, readItems, tasks, train } from '../../recommendations/index.ts'

/** Where a container finds and leaves what it has learnt, under its root. */
export const MODEL = 'model/recommender.bin'

const hyperparameters = z.object({ task: z.enum(tasks).default('next') })

/**
 * Learns as SageMaker asks for it. Gives the code to end with: 0, or 1 after the reason was written to `output/failure`,
 * where SageMaker looks for it.
 */
export async function trainModel(root: string): Promise<number> {
  try {
    await learn(root)
    return 0
  } catch (error) {
    const failure = `${error instanceof Unreadable ? `Line ${error.line}: ` : ''}${(error as Error).message}`
    console.error(failure)
    await mkdir(join(root, 'output'), { recursive: true })
    await writeFile(join(root, 'output/failure'), failure)
    return 1
  }
}

async function learn(root: string): Promise<void> {
  const asked = hyperparameters.safeParse(await readHyperparameters(root))
  if (!asked.success) throw new Error(`A hyperparameter is wrong: ${z.prettifyError(asked.error)}`)
  const log = new EventLog()
  for (const file of await filesIn(join(root, 'input/data/train')))
    for await (const event of eventsIn(file)) log.add(event)
  if (log.sessions.count === 0) throw new Error('There are no events under input/data/train.')
  const items = await Promise.all((await filesIn(join(root, 'input/data/items'))).map(readItems))
  const learnt = train(log, items.flat(), asked.data.task)
  await mkdir(join(root, 'model'), { recursive: true })
  await writeFile(join(root, MODEL), packArtifact(learnt))
  const { figures, sessions, items: count, seconds } = learnt.report
  console.log(`validation:recall=${figures.recall.toFixed(5)}; validation:mrr=${figures.rank.toFixed(5)};`)
  console.log(`${sessions} sessions over ${count} items were learnt in ${seconds.toFixed(1)} s.`)
}

async function readHyperparameters(root: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(root, 'input/config/hyperparameters.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** The files of a channel by their names: of events, the older first. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
