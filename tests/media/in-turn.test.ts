import { expect, test } from 'vitest'
import { inTurn } from '../../src/media/in-turn.ts'

test('works on two at once, in the order in which they came, whatever becomes of each', async () => {
  let busy = 0
  let most = 0
  const begun: number[] = []
  const work = (index: number) =>
    inTurn(async () => {
      begun.push(index)
      busy += 1
      most = Math.max(most, busy)
      await new Promise((done) => setImmediate(done))
      busy -= 1
      if (index % 3 === 0) throw new Error('spoilt')
      return index
    })
  const all = Array.from({ length: 9 }, (_, index) => work(index))
  const outcomes = await Promise.allSettled(all)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect([most, busy]).toEqual([2, 0])
  expect(await work(10)).toBe(10)
})
