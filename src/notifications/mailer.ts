import { createTransport, type Transporter } from 'nodemailer'
import { config } from '../platform/config.ts'

export type Mailer = Transporter

const PATIENCE_MS = 10_000

/** Amazon's SDK takes its time to load: only who sends by SES waits for it. */
const amazon = config.mail.configurationSet ? await import('../platform/aws/ses.ts') : undefined

/**
 * Where mail is handed over: Amazon SES, or a mail server. While nobody answers there, mails wait in the queue and are tried
 * again.
 */
export function connectMailer(): Mailer {
  return amazon ? createTransport(amazon.sesTransport({ milliseconds: PATIENCE_MS }), bySes()) : overSmtp()
}

const bySes = () => ({ from: config.mail.from, ses: { ConfigurationSetName: config.mail.configurationSet } })

function overSmtp(): Mailer {
  const server = new URL(config.mail.smtpUrl)
  return createTransport(
    {
      host: server.hostname,
      port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
      secure: server.protocol === 'smtps:',
      requireTLS: config.production && server.protocol === 'smtp:' && server.username !== '',
      ...(server.username && {
        auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
      }),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: config.mail.from },
  )
}
