import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Logger } from 'pino'
import { SMTPServer } from 'smtp-server'
import type { Outbox } from './outbox.ts'

const LARGEST = 25 * 1024 * 1024

/**
 * A mail server on loopback that keeps everything and sends nothing. A mail is accepted only once it is kept.
 * @param port 0 takes any free one.
 * @throws when the port is taken.
 */
export async function startMailServer(outbox: Outbox, port: number, logger: Logger) {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      buffer(stream)
        .then((raw) => {
          if (stream.sizeExceeded)
            throw Object.assign(new Error('The mail is too large'), { responseCode: 552 })
          return outbox.keep(raw, recipients)
        })
        .then(
          (mail) => callback(null, `kept as ${mail.id}`),
          (error) => callback(error),
        )
    },
  })
  server.on('error', (error) => logger.warn({ err: error }, 'A mail connection failed'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${taken}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
