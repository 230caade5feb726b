import { rows } from '../platform/database.ts'

/** Banks leave hyphens out, change case and put words beside it. */
const NUMBER = /(?<![A-Z0-9])P[\s.:–-]{0,3}(\d{4,12})(?!\d)/gi

/** The order whose number stands in a text, such as the purpose of a transfer; `several` when more than one does. */
export async function namedOrder(
  text: string,
): Promise<{ id: number; number: string } | 'several' | undefined> {
  const numbers = [...text.matchAll(NUMBER)].map(([, digits]) => `P-${digits}`)
  const found = await rows<{ id: number; number: string }>(
    'select id, number from orders.orders where number = any($numbers::text[])',
    { numbers },
  )
  return found.length > 1 ? 'several' : found[0]
}
