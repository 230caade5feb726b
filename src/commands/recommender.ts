import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Unreadable } from '../platform/csv-records.ts'
import { tasks } from '../recommendations/index.ts'
import { answerLines } from './recommender/answer-lines.ts'
import { evaluate } from './recommender/evaluate.ts'

const usage = `Usage: npm run recommender -- evaluate EVENTS.csv [--items ITEMS.csv] [--task next]
       npm run --silent recommender

  evaluate  learns from all but the newest events and asks for those: how often it is right, beside what is popular and
            what comes together most, with seconds, milliseconds and MiB
  --items   what is known of items: a CSV file with the headings item and text
  --task    what is asked: ${tasks.join(', ')}

Events are a CSV file with the headings user, session, item, ts (seconds since 1970) and event (view, basket, purchase).
Without arguments it answers questions, each a line of JSON: {"op":"train"}, {"op":"recommend"}, {"op":"observe"}.`

const arguments_ = process.argv.slice(2)
if (arguments_.length === 0) await answerLines(process.stdin, (line) => process.stdout.write(`${line}\n`))
else process.exitCode = await run()

async function run(): Promise<number> {
  const asked = readArguments()
  if (!asked) {
    console.error(usage)
    return 1
  }
  try {
    console.log(await evaluate(asked))
    return 0
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (!(error instanceof Unreadable) && !isMissing) throw error
    console.error(
      error instanceof Unreadable ? `Line ${error.line}: ${error.message}` : (error as Error).message,
    )
    return 1
  }
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { items: { type: 'string' }, task: { type: 'string', default: 'next' } },
    })
    const [what, events, rest] = positionals
    return z
      .object({
        what: z.literal('evaluate'),
        events: z.string(),
        rest: z.undefined(),
        items: z.string().optional(),
        task: z.enum(tasks),
      })
      .parse({ what, events, rest, ...values })
  } catch {
    return undefined
  }
}
