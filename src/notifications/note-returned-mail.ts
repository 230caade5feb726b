import { z } from 'zod'
import { logger } from '../platform/logger.ts'
import { noteUnreachable } from './unreachable.ts'

const moment = z.iso.datetime().transform((text) => new Date(text))
const recipients = z.array(z.object({ emailAddress: z.string().min(3).max(320) }))

/** What Amazon's mail service tells of a mail, as far as it matters here. Source: its developer guide, "event data". */
const told = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    bounce: z.object({
      timestamp: moment,
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string(),
      bouncedRecipients: recipients,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    complaint: z.object({
      timestamp: moment,
      complainedRecipients: recipients,
      complaintFeedbackType: z.string().nullish(),
    }),
  }),
  z.object({ eventType: z.literal('Reject'), reject: z.object({ reason: z.string() }) }),
])

const NOT_SPAM = 'not-spam'

/**
 * Notes whom a mail did not reach for good, and who has complained about one: they are not written to again. A mailbox that is
 * full, or a server that is down, may take the next one. Told twice is noted once; what else is told is nothing to us.
 */
export async function noteReturnedMail(text: string): Promise<void> {
  const parsed = told.safeParse(JSON.parse(text))
  if (!parsed.success) return logger.info('something was told of a mail that is nothing to us')
  const news = parsed.data
  if (news.eventType === 'Reject') logger.error({ reason: news.reject.reason }, 'a mail was rejected')
  if (news.eventType === 'Bounce' && news.bounce.bounceType === 'Permanent')
    await noteUnreachable(addresses(news.bounce.bouncedRecipients), 'bounce', news.bounce.timestamp)
  if (news.eventType === 'Complaint' && news.complaint.complaintFeedbackType !== NOT_SPAM)
    await noteUnreachable(
      addresses(news.complaint.complainedRecipients),
      'complaint',
      news.complaint.timestamp,
    )
}

const addresses = (people: z.infer<typeof recipients>) => people.map(({ emailAddress }) => emailAddress)
