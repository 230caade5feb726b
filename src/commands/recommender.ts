import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Unreadable } from '../platform/csv-records.ts'
import { tasks } from '../recommendations/index.ts'
import { answerLines } from './recommender/answer-lines.ts'
import { evaluate } from './recommender/evaluate.ts'
import { trainToFile } from './recommender/train-to-file.ts'

const usage = `Usage: npm run recommender -- evaluate EVENTS.csv [--items ITEMS.csv] [--task next]
       npm run recommender -- train EVENTS.csv --model FILE [--items ITEMS.csv] [--task next]
       npm run --silent recommender

  evaluate  learns from all but the newest events and asks for those: how often it is right, beside what is popular and
            what comes together most, with seconds, milliseconds and MiB
  train     learns from all of the events and writes what it has learnt to a file
  --items   what is known of items: a CSV file with the headings item and text
  --task    what is asked: ${tasks.join(', ')}

Events are a CSV file with the headings user, session, item, ts (seconds since 1970) and event (view, basket, purchase).
Without arguments it answers questions, each a line of JSON: {"op":"train"}, {"op":"recommend"}, {"op":"observe"}.`

const common = {
  events: z.string(),
  rest: z.undefined(),
  items: z.string().optional(),
  task: z.enum(tasks),
}
const asked = z.discriminatedUnion('what', [
  z.object({ what: z.literal('evaluate'), ...common }),
  z.object({ what: z.literal('train'), model: z.string(), ...common }),
])

const arguments_ = process.argv.slice(2)
if (arguments_.length === 0) await answerLines(process.stdin, (line) => process.stdout.write(`${line}\n`))
else process.exitCode = await run()

async function run(): Promise<number> {
  const given = readArguments()
  if (!given) {
    console.error(usage)
    return 1
  }
  try {
    console.log(given.what === 'train' ? await trainToFile(given) : await evaluate(given))
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
      options: {
        items: { type: 'string' },
        model: { type: 'string' },
        task: { type: 'string', default: 'next' },
      },
    })
    const [what, events, rest] = positionals
    return asked.parse({ what, events, rest, ...values })
  } catch {
    return undefined
  }
}
