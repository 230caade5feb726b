import { SHOP_TIME_ZONE } from './locale.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What clocks in a zone show at a moment, `2026-11-26T09:00`, as a browser's field writes it. */
export function wallClock(at: Date, zone = SHOP_TIME_ZONE): string {
  return clockOf(zone).format(at).replace(', ', 'T').replace(' ', 'T')
}

/**
 * The moment at which clocks in a zone show this. Of an hour that clocks show twice it is the first; one that they leave
 * out is that of an hour later.
 */
export function momentAt(local: string, zone = SHOP_TIME_ZONE): Date {
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`)
  const ahead = (at: number) => Date.parse(`${wallClock(new Date(at), zone)}:00Z`) - at
  const [early, late] = [asUtc - ahead(asUtc - DAY_MS), asUtc - ahead(asUtc + DAY_MS)]
  const found = [early, late].find((at) => at + ahead(at) === asUtc)
  return new Date(found ?? early)
}

const DAY_MS = 24 * 60 * 60 * 1_000

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const clock = new Intl.DateTimeFormat('sv-SE', { ...parts, hourCycle: 'h23', timeZone: zone })
  clocks.set(zone, clock)
  return clock
}
