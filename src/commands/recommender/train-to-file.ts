import { writeFile } from 'node:fs/promises'
import { packArtifact, readEvents, readItems, type Task, train } from '../../recommendations/index.ts'

/** Learns and keeps it in a file, and says what it has come to. */
export async function trainToFile(asked: {
  events: string
  items?: string | undefined
  task: Task
  model: string
}): Promise<string> {
  const log = await readEvents(asked.events)
  const learnt = train(log, asked.items ? await readItems(asked.items) : [], asked.task)
  const bytes = packArtifact(learnt)
  await writeFile(asked.model, bytes)
  const { sessions, items, seconds, figures } = learnt.report
  const mebibytes = (bytes.length / 2 ** 20).toFixed(1)
  return [
    `${sessions} sessions over ${items} items were learnt in ${seconds.toFixed(1)} s: ${asked.model}, ${mebibytes} MiB.`,
    `Of the newest, ${(figures.recall * 100).toFixed(1)} % were foreseen by what was learnt of the others.`,
  ].join('\n')
}
