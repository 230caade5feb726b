import { rows } from '../platform/database.ts'
import type { Purpose } from './consent.ts'

/** What somebody has agreed to or refused, in which words, and when. */
export interface SaidConsent {
  purpose: Purpose
  isGiven: boolean
  wording: string
  saidAt: Date
}

/** All that somebody has said, the last first: of each purpose the first one counts. */
export function consentsOf(visitorId: string): Promise<SaidConsent[]> {
  return rows<SaidConsent>(
    `select purpose, is_given as "isGiven", wording, said_at as "saidAt" from customers.consents
     where visitor_id = $visitorId order by id desc limit 100`,
    { visitorId },
  )
}
