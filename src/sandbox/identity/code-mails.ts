import { createTransport } from 'nodemailer'
import type { Locale } from '../../platform/locale.ts'
import { translator } from '../messages.ts'
import type { Purpose } from './accounts.ts'

const FROM = 'Sign-in <sign-in@sandbox.example>'

export type CodeMails = ReturnType<typeof codeMails>

/** The provider's own mails, sent over the sandbox's mail server like everybody's. */
export function codeMails(smtpUrl: () => string) {
  const send = (to: string, locale: Locale, kind: string, values: Record<string, string> = {}) => {
    const t = translator(locale)
    const text = [t(`identity.mail.${kind}.text`, values), t('identity.mail.end')].join('\n\n')
    const transport = createTransport(smtpUrl())
    return transport.sendMail({ from: FROM, to, subject: t(`identity.mail.${kind}.subject`), text })
  }
  return {
    sendCode: (to: string, locale: Locale, purpose: Purpose, code: string) =>
      send(to, locale, purpose, { code }),
    /** To whoever is registered already: on the page it looks as for anybody else. */
    tellOfAccount: (to: string, locale: Locale) => send(to, locale, 'known'),
  }
}
