import { randomUUID } from 'node:crypto'
import { reviewing } from '../support/reviewing.ts'
import { often } from '../support/thorough.ts'

export const ROUNDS = often(5, 20)

type Lines = Parameters<typeof reviewing>[0]

/** How a server answered a shopper who pressed a button. */
export interface Answer {
  status: number
  /** Where it leads. */
  location: string | null
}

/** A browser that has come as far as the review, and presses its buttons at whichever server it is told. */
export async function buyerOf(lines: Lines, manner: { email?: string; codes?: string[] } = {}) {
  const owner = { visitorId: randomUUID() }
  const email = manner.email ?? `${owner.visitorId}@example.com`
  const { basket, fingerprint } = await reviewing(lines, { ...manner, owner, email })
  const press = (server: string, path: string, fields: Record<string, string | number>) =>
    post(server + path, fields, owner.visitorId)
  const form = { basket: basket.id, version: basket.version, fingerprint }
  return {
    owner,
    email,
    basket,
    places: (server: string) => press(server, '/checkout/order', form),
    press,
  }
}

export type Buyer = Awaited<ReturnType<typeof buyerOf>>

async function post(
  address: string,
  fields: Record<string, string | number>,
  visitorId: string,
): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `visitor=${visitorId}` },
    body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  })
  await answer.body?.cancel()
  return { status: answer.status, location: answer.headers.get('location') }
}

/** As many of something, one made after the other. */
export async function each<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let index = 0; index < count; index++) made.push(await make(index))
  return made
}
