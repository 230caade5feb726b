const MOST_LINES = 60

/** Goods as somebody types them, `MUG-OAT x 2` a line: the same SKU on two lines is one wish. */
export function wishesIn(typed: string): { sku: string; quantity: number }[] {
  const wishes = new Map<string, { sku: string; quantity: number }>()
  for (const line of typed.split('\n').slice(0, MOST_LINES)) {
    const [, sku, count] = /^\s*(\S+)(?:\s+(?:[x×*]\s*)?(\d{1,4}))?\s*$/i.exec(line) ?? []
    if (!sku) continue
    const known = wishes.get(sku.toLowerCase())?.quantity ?? 0
    wishes.set(sku.toLowerCase(), { sku, quantity: known + Math.max(1, Number(count ?? 1)) })
  }
  return [...wishes.values()]
}
