import { createHash } from 'node:crypto'

/** Words for an address: "Café au lait" is "cafe-au-lait". Empty where there is no letter or digit of ours. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** A key for an address that is never empty: words that have no letter of ours are named by a hash of theirs. */
export function keyOf(text: string): string {
  const slug = slugOf(text)
  const key = slug || createHash('sha256').update(text).digest('hex').slice(0, 8)
  return /^[a-z]/.test(key) ? key : `x-${key}`
}
