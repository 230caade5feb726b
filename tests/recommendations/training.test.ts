import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, row, rows, transaction } from '../../src/platform/database.ts'
import {
  exportEvents,
  exportItems,
  readEvents,
  readItems,
  trainModel,
  unpackArtifact,
} from '../../src/recommendations/index.ts'
import { beginTraining } from '../../src/recommendations/model-record.ts'
import { useModel } from '../../src/recommendations/train-model.ts'
import { openShop, products } from '../support/shop.ts'
import { plantVisits, productId } from './planted.ts'

beforeEach(async () => {
  await openShop()
  await rows('truncate recommendations.models, recommendations.artifacts')
})
afterAll(closeDatabase)

const models = () =>
  rows<{ id: number; state: string; reason: string | null; report: { sessions: number } | null }>(
    'select id, state, reason, report from recommendations.models order by id',
  )

async function plantsPairs(): Promise<void> {
  const [mug, bowl] = [await productId(products.mug), await productId(products.bowl)]
  await plantVisits(120, [mug, bowl])
}

test('what was learnt runs, is kept as an artifact, and knows nobody', async () => {
  await plantsPairs()
  await rows(`update recommendations.visits set visitor_id = '9f2b5c1e-0000-4000-8000-000000000001'`)
  await trainModel()
  const [model] = await models()
  expect(model).toMatchObject({ state: 'running', reason: null, report: { sessions: 120 } })
  const kept = await row<{ bytes: Buffer }>('select bytes from recommendations.artifacts')
  expect(kept!.bytes.includes('9f2b5c1e')).toBe(false)
  expect(unpackArtifact(kept!.bytes).report.sessions).toBe(120)
})

test('from too little nothing is learnt, and the one before goes on running', async () => {
  await plantsPairs()
  await trainModel()
  await rows('truncate recommendations.visits, recommendations.events')
  await trainModel()
  expect(await models()).toMatchObject([{ state: 'running' }, { state: 'failed', reason: 'too-little' }])
})

test('one that foresees more than a twentieth less is refused, and can be used all the same', async () => {
  await plantsPairs()
  await trainModel()
  await rows(`update recommendations.models set report = jsonb_set(report, '{figures,recall}', '2')`)
  await trainModel()
  const [before, refused] = await models()
  expect([before, refused]).toMatchObject([{ state: 'running' }, { state: 'refused', reason: 'worse' }])
  expect(await transaction((tx) => useModel(tx, refused!.id))).toEqual({})
  expect(await models()).toMatchObject([{ state: 'retired' }, { state: 'running', reason: null }])
})

test('two at once are one, and one whose worker has died is told of and does not stand in the way', async () => {
  await plantsPairs()
  await Promise.all([trainModel(), trainModel(), trainModel()])
  expect(await models()).toHaveLength(1)

  await beginTraining()
  await trainModel()
  expect((await models()).map(({ state }) => state)).toEqual(['running', 'training'])
  await rows(
    `update recommendations.models set progressed_at = now() - interval '3 minutes' where state = 'training'`,
  )
  await trainModel()
  expect(await models()).toMatchObject([
    { state: 'retired' },
    { state: 'failed', reason: 'interrupted' },
    { state: 'running' },
  ])
})

test('the three newest are kept, and the one that runs', async () => {
  await plantsPairs()
  for (let time = 0; time < 5; time++) await trainModel()
  const kept = await rows<{ id: number }>('select model_id as id from recommendations.artifacts order by 1')
  const all = await models()
  expect(kept.map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id))
  expect(await transaction((tx) => useModel(tx, all[0]!.id))).toEqual({ refused: 'gone' })
})

test('what was done can be taken along as a file that the engine learns from, and says nothing of people', async () => {
  await plantsPairs()
  await rows(`update recommendations.visits set visitor_id = '9f2b5c1e-0000-4000-8000-000000000001'`)
  const folder = await mkdtemp(join(tmpdir(), 'events-'))
  try {
    const [events, items] = [join(folder, 'events.csv'), join(folder, 'items.csv')]
    expect(await exportEvents(createWriteStream(events))).toBe(240)
    expect(await exportItems(createWriteStream(items))).toBe(4)
    expect(await readFile(events, 'utf8')).not.toContain('9f2b5c1e')
    const log = await readEvents(events)
    expect(log.sessions.count).toBe(120)
    const texts = (await readItems(items)).map(({ text }) => text)
    expect(texts.find((text) => text.includes('Oat mug'))).toContain('Test pottery')
  } finally {
    await rm(folder, { recursive: true })
  }
})
