import { pino } from 'pino'
import { config } from './config.ts'

/** Structured logs, one JSON line each. What could identify or authorise a person is cut out. */
export const logger = pino({
  level: config.logLevel,
  base: null,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: ['*.password', '*.email', '*.cookie', '*.authorization', 'headers'], censor: '[cut]' },
})
