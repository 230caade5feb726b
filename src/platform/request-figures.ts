import type { RequestHandler } from 'express'
import { count, measure } from './figures.ts'

/** Counts requests, those that failed by our fault, and how long they took. */
export const requestFigures: RequestHandler = (_req, res, next) => {
  const began = performance.now()
  res.once('finish', () => {
    count('Requests')
    count('ServerErrors', res.statusCode >= 500 ? 1 : 0)
    measure('Duration', 'Milliseconds', performance.now() - began)
  })
  next()
}
