/** A day as banks write it, the day before the month, as YYYY-MM-DD; undefined for a day that is none. */
export function readDay(text: string): string | undefined {
  const written = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(written)
  const other = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(written)
  const [year, month, day] = iso ? iso.slice(1) : other ? other.slice(1).reverse() : []
  if (!year) return undefined
  const full = `${year.length === 2 ? `20${year}` : year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  const date = new Date(`${full}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full) ? full : undefined
}
