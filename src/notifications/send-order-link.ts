import { claimLink, type LookedUp, orderView, signedOrderPath } from '../orders/index.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** Sends the link to an order that was looked up, if there is one; it goes to the order's own address and nowhere else. */
export async function sendOrderLink(mailer: Mailer, asked: LookedUp): Promise<void> {
  const orderId = await claimLink(asked)
  if (orderId === undefined) return
  const { number, email } = await orderView(orderId)
  const page = letterhead(asked.locale)
  const model = { number, orderLink: page.url(signedOrderPath(number)), page }
  await sendOnce(mailer, {
    key: `order ${number} link ${asked.question}`,
    to: email,
    subject: page.t('emails.link.subject', { number }),
    html: renderTemplate('emails/order-link', model),
    text: renderTemplate('emails/order-link-text', model),
  })
}
