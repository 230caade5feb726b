import { alertView } from '../alerts/index.ts'
import { renderTemplate } from '../platform/views.ts'
import { letterhead } from './letterhead.ts'
import type { Mailer } from './mailer.ts'
import { sendOnce } from './send-once.ts'

/** Asks whether it is so that somebody wants to be told, each time that they have said so. */
export function askToConfirmAlert(mailer: Mailer, asked: { alertId: number; times: number }): Promise<void> {
  return send(mailer, asked.alertId, 'confirm', ` ${asked.times}`)
}

/** Tells somebody that what they wait for is back. */
export function tellOfArrival(mailer: Mailer, { alertId }: { alertId: number }): Promise<void> {
  return send(mailer, alertId, 'arrived', '')
}

async function send(mailer: Mailer, alertId: number, kind: 'confirm' | 'arrived', time: string) {
  const alert = await alertView(alertId)
  if (!alert || (kind === 'confirm' && alert.state !== 'unconfirmed')) return
  const page = letterhead(alert.locale)
  const { name, variant, key } = alert
  const alertLink = page.url(`/back-in-stock/${key}`)
  const productLink = page.url(`/products/${variant.slug}?${new URLSearchParams({ sku: variant.sku })}`)
  const model = { kind, name, alertLink, productLink, page }
  await sendOnce(mailer, {
    key: `alert ${alertId} ${kind}${time}`,
    to: alert.email,
    subject: page.t(`emails.alert.${kind}.subject`, { name }),
    html: renderTemplate('emails/alert', model),
    text: renderTemplate('emails/alert-text', model),
    headers: {
      'List-Unsubscribe': `<${alertLink}/removal>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
}
