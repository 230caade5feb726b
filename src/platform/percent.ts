const ONE_PERCENT = 10_000

/** A share in parts per million as somebody types it in percent, `12.5` or `12,5`; undefined when it is none. */
export function parsePercent(typed: string): number | undefined {
  const [, whole, part = ''] = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(typed.trim()) ?? []
  if (whole === undefined) return undefined
  const share = Number(whole) * ONE_PERCENT + Number(part.padEnd(4, '0'))
  return share <= 100 * ONE_PERCENT ? share : undefined
}

/** The same share in percent, without zeros that say nothing. */
export function percentOf(share: number): string {
  const part = String(share % ONE_PERCENT)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.floor(share / ONE_PERCENT)}${part && `.${part}`}`
}
