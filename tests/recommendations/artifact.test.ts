import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  EventLog,
  packArtifact,
  Recommender,
  train,
  Unusable,
  unpackArtifact,
} from '../../src/recommendations/index.ts'
import { ringSessions } from './shoppers.ts'

const log = new EventLog()
for (const event of ringSessions(800, 10)) log.add({ ...event, user: `u${Number(event.session) % 50}` })
const catalogue = [
  { item: '0-1', text: 'A bowl, of oak' },
  { item: 'new', text: 'A bowl of oak, smaller' },
]
const learnt = train(log, catalogue, 'next')
const bytes = packArtifact(learnt)
const asked = { k: 8, exclude: true, now: 1_700_100_000 }
const questions = [
  { ...asked, items: ['3-1', '3-2'], user: '' },
  { ...asked, items: ['0-1'], user: 'u7' },
  { ...asked, items: [], user: 'u3' },
  { ...asked, items: ['of nobody'], user: 'nobody', candidates: ['3-1', 'new'] },
]

test('what was learnt answers the same after it was written and read, and learns on', () => {
  const [kept, restored] = [new Recommender(learnt), new Recommender(unpackArtifact(bytes))]
  expect(restored.report).toEqual(learnt.report)
  for (const question of questions) expect(restored.recommend(question)).toEqual(kept.recommend(question))
  const [last] = questions
  for (let session = 0; session < 60; session++)
    restored.observe([
      { user: '', session: `s${session}`, item: '3-1', ts: 1_700_200_000, event: 'view' },
      { user: '', session: `s${session}`, item: 'fresh', ts: 1_700_200_001, event: 'purchase' },
    ])
  expect(restored.recommend({ ...last!, items: ['3-1'] }).map(({ item }) => item)).toContain('fresh')
})

test('what nobody has done anything with can be kept too', () => {
  const nothing = unpackArtifact(packArtifact(train(new EventLog(), catalogue, 'next')))
  const recommender = new Recommender(nothing)
  expect(recommender.recommend({ ...questions[0]!, items: ['0-1'] }).map(({ item }) => item)).toEqual(['new'])
  recommender.observe([{ user: 'u', session: 's', item: 'new', ts: 1_700_200_000, event: 'view' }])
  expect(recommender.recommend({ ...questions[0]!, items: ['0-1'] })).toHaveLength(1)
})

test('one changed byte is noticed, wherever it is', () => {
  const changed = (place: number, by: number) => {
    const damaged = Buffer.from(bytes)
    damaged[place]! ^= by
    return () => unpackArtifact(damaged)
  }
  const body = Math.ceil((12 + bytes.readUInt32LE(8)) / 8) * 8
  for (let place = 0; place < body; place++)
    for (const by of [1, 2, 4, 32]) expect(changed(place, by), `${place} ${by}`).toThrow(Unusable)
  fc.assert(
    fc.property(
      fc.integer({ min: body, max: bytes.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (place, by) => {
        expect(changed(place, by)).toThrow(Unusable)
      },
    ),
  )
})

test('what is cut off, foreign or of another version is refused with a sentence', () => {
  expect(() => unpackArtifact(bytes.subarray(0, bytes.length - 8))).toThrow(/is damaged/)
  expect(() => unpackArtifact(bytes.subarray(0, 40))).toThrow(/is damaged/)
  expect(() => unpackArtifact(Buffer.alloc(0))).toThrow(/no model/)
  expect(() => unpackArtifact(Buffer.from('user,session,item,ts,event\n'))).toThrow(/no model/)
  const header = Buffer.from(JSON.stringify({ version: 2 }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  expect(() => unpackArtifact(Buffer.concat([bytes.subarray(0, 8), length, header]))).toThrow(
    'The model is of version 2, and this is version 1: train anew.',
  )
})
