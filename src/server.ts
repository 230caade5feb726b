import { createServer } from 'node:http'
import { createApp } from './app.ts'
import { createDeps } from './deps.ts'
import { config } from './platform/config.ts'
import { tellFigures } from './platform/figures.ts'
import { logger } from './platform/logger.ts'

const LONGEST_FAREWELL_MS = 20_000
/** A connection on which nothing has been asked for so long will not be asked on any more: browsers open some to spare. */
const QUIET_MS = 500

const deps = createDeps()
const figures = tellFigures()
let leaving = false
let underWay = 0
const server = createServer(
  { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
  createApp(deps, () => leaving),
)

server.on('request', (_req, res) => {
  underWay += 1
  res.once('close', () => {
    underWay -= 1
    hangUpWhenQuiet()
  })
})
server.listen(config.port, () => {
  logger.info({ port: config.port }, 'the shop is open')
  // Reading the model takes a moment, which nobody is to wait for.
  void deps.recommender.ask({ trail: [], count: 1 })
})
server.on('error', (error) => {
  logger.fatal({ err: error }, 'the shop cannot open')
  process.exit(1)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, leave)
process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a promise was left alone'))

/** Answers what is under way, takes nothing new, and goes. */
function leave(): void {
  leaving = true
  server.close(async () => {
    await figures.stop()
    await deps.close()
    process.exit(0)
  })
  server.closeIdleConnections()
  hangUpWhenQuiet()
  setTimeout(() => process.exit(1), LONGEST_FAREWELL_MS).unref()
}

function hangUpWhenQuiet(): void {
  if (leaving && underWay === 0) setTimeout(() => underWay === 0 && server.closeAllConnections(), QUIET_MS)
}
