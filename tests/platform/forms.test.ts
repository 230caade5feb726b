import type { AddressInfo } from 'node:net'
import express, { urlencoded } from 'express'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { blankForm, nothing, parseForm, takes } from '../../src/platform/forms.ts'

const parcel = z.object({
  name: z.string('basket.name.missing').trim().min(1, 'basket.name.missing').max(10, 'basket.name.long'),
  pieces: z.coerce.number('basket.pieces.wrong').int('basket.pieces.wrong').default(1),
  note: z.string().max(5).optional(),
})

test('a sound form gives its value, typed and trimmed, and what was given as it was typed', () => {
  const form = parseForm(parcel, { name: ' Asha ', pieces: '2' })
  expect(form.ok).toBe(true)
  expect(form.value).toEqual({ name: 'Asha', pieces: 2 })
  expect(form.text('name')).toBe(' Asha ')
  expect(form.errors).toEqual([])
})

test('a form that is not sound tells one thing for each field, and keeps what was typed', () => {
  const form = parseForm(parcel, { name: '', pieces: 'two' })
  expect(form.ok).toBe(false)
  expect(form.errors).toEqual([
    { field: 'name', key: 'basket.name.missing' },
    { field: 'pieces', key: 'basket.pieces.wrong' },
  ])
  expect(form.errorOf('pieces')).toEqual({ field: 'pieces', key: 'basket.pieces.wrong' })
  expect(form.errorOf('note')).toBeUndefined()
  expect(form.text('pieces')).toBe('two')
  expect(() => form.value).toThrow('not sound')
})

test('of two faults of one field the first is told', () => {
  const strict = z.object({
    code: z
      .string()
      .min(4, 'basket.short')
      .regex(/^[A-Z]+$/, 'basket.letters'),
  })
  expect(parseForm(strict, { code: 'a1' }).errors).toEqual([{ field: 'code', key: 'basket.short' }])
})

test('a fault for which the schema has no message is told in general words, never in those of the library', () => {
  const bare = z.object({
    long: z.string().max(3),
    short: z.string().min(3),
    mail: z.email(),
    number: z.coerce.number().int().max(9),
    choice: z.enum(['a', 'b']),
    missing: z.string(),
  })
  const form = parseForm(bare, { long: 'four', short: 'a', mail: 'no', number: '99', choice: 'c' })
  expect(form.errors).toEqual(
    ['long', 'short', 'mail', 'number', 'choice', 'missing'].map((field) => ({
      field,
      key: 'shared.form.wrong',
    })),
  )
})

test.each([
  ['a field sent twice', 'name=a&name=b'],
  ['a field sent as an object', 'name[first]=a'],
  ['a field sent as a list', 'name[]=a'],
])('%s is refused, not believed', async (_what, body) => {
  const form = await sentTo(parcel, body)
  expect(form.errors[0]).toEqual({
    field: 'name',
    key: expect.stringMatching(/^(basket\.name\.missing|shared\.form\.wrong)$/),
  })
})

test('what the schema does not know is dropped', async () => {
  expect((await sentTo(parcel, 'name=Asha&price=1&isAdmin=yes')).value).toEqual({ name: 'Asha', pieces: 1 })
  expect((await sentTo(parcel, '__proto__=a&name=Asha&constructor=b')).value).toEqual({
    name: 'Asha',
    pieces: 1,
  })
})

test('a body that is no form is an empty one', () => {
  for (const body of [undefined, null, 'text', 7, []]) {
    expect(parseForm(parcel, body).errors).toEqual([{ field: 'name', key: 'basket.name.missing' }])
    expect(parseForm(nothing, body).ok).toBe(true)
  }
})

test('a form can be refused for one more reason, and keeps what it was', () => {
  const form = parseForm(parcel, { name: 'Asha' })
  const refused = form.refuse('basket.refused.short', { left: 1 }, 'pieces').refuse('basket.refused.whole')
  expect(refused.errors).toEqual([
    { field: 'pieces', key: 'basket.refused.short', values: { left: 1 } },
    { field: undefined, key: 'basket.refused.whole' },
  ])
  expect(refused.text('name')).toBe('Asha')
  expect(form.ok).toBe(true)
})

test('a form that nobody has sent shows what is known already', () => {
  const form = blankForm({ name: 'Asha', note: undefined })
  expect(form.ok).toBe(true)
  expect(form.given).toEqual({ name: 'Asha' })
  expect(form.text('note')).toBe('')
})

/** The form as a handler gets it, through the same body parser as in the shop. */
async function sentTo<Schema extends z.ZodObject>(schema: Schema, body: string) {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof parseForm<Schema>>>()
  const app = express()
  app.use(urlencoded({ extended: false }))
  app.post(
    '/',
    takes(schema, async (_req, res, form) => res.end(void resolve(form))),
  )
  const server = app.listen(0)
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  server.close()
  return promise
}
