import { type Evaluation, evaluateOn, readEvents, readItems, type Task } from '../../recommendations/index.ts'

/** Trains and asks, and says how it went for people to read. */
export async function evaluate(asked: {
  events: string
  items?: string | undefined
  task: Task
}): Promise<string> {
  const log = await readEvents(asked.events)
  const catalogue = asked.items ? await readItems(asked.items) : []
  return describe(evaluateOn(log, catalogue, asked.task))
}

function describe(evaluation: Evaluation): string {
  const { task, places, exams, report, model, popular, together, p50, p99, explained } = evaluation
  const { blend, sessions, items, seconds } = report
  const line = (name: string, { recall, rank }: { recall: number; rank: number }) =>
    `  ${name.padEnd(28)} ${recall.toFixed(4)}    ${rank.toFixed(4)}`
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1_024)
  return [
    `Task ${task}: ${exams} questions after ${sessions} sessions over ${items} items`,
    '',
    `  ${''.padEnd(28)} found@${places}  rank@${places}`,
    line('this model', model),
    line('what comes together most', together),
    line('what is wanted lately', popular),
    '',
    `Learnt in ${seconds.toFixed(1)} s; an answer takes ${p50.toFixed(2)} ms, of a hundred the slowest ${p99.toFixed(2)} ms; ${mebibytes} MiB at most.`,
    `${(explained * 100).toFixed(1)} % of the answers say why.`,
    `Weights (neighbours, linear, own, popular, content): ${blend.weights.join(', ')}; season ${blend.season}; steps ${blend.steps ?? 'none'}.`,
  ].join('\n')
}
