import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { Unreadable } from '../../platform/csv-records.ts'
import {
  answerOf,
  queryForm,
  queryOf,
  Recommender,
  readEvents,
  readItems,
  tasks,
  train,
} from '../../recommendations/index.ts'

const id = z.coerce.string()
const event = z.object({
  user: id.catch(''),
  session: id,
  item: id,
  ts: z.number(),
  event: z.string().catch('view'),
})
const question = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('train'),
    events: z.string(),
    items: z.string().nullish(),
    task: z.enum(tasks).catch('next'),
  }),
  queryForm.extend({ op: z.literal('recommend'), id: z.unknown() }),
  z.object({ op: z.literal('observe'), events: z.array(event) }),
])

type Question = z.infer<typeof question>

/** Answers questions, a line of JSON each, in their order; one that makes no sense is answered by what is wrong with it. */
export async function answerLines(input: Readable, say: (line: string) => void): Promise<void> {
  let recommender: Recommender | undefined
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') say(JSON.stringify(await reply(line)))
  }

  async function reply(line: string): Promise<object> {
    try {
      const asked = question.safeParse(JSON.parse(line))
      return asked.success ? await answer(asked.data) : { error: z.prettifyError(asked.error) }
    } catch (error) {
      if (error instanceof Unreadable) return { error: `Line ${error.line}: ${error.message}` }
      if (error instanceof SyntaxError || 'code' in (error as Error))
        return { error: (error as Error).message }
      throw error
    }
  }

  async function answer(asked: Question): Promise<object> {
    if (asked.op === 'train') {
      const items = asked.items ? await readItems(asked.items) : []
      recommender = new Recommender(train(await readEvents(asked.events), items, asked.task))
      return { ok: true }
    }
    if (!recommender) return { error: 'Nothing has been learnt yet: send {"op":"train"} first.' }
    if (asked.op === 'observe') {
      recommender.observe(asked.events)
      return { ok: true }
    }
    return { id: asked.id, ...answerOf(recommender.recommend(queryOf(asked))) }
  }
}
