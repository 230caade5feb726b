import type { RequestHandler } from 'express'
import type { Recorder } from './recorder.ts'
import { rememberedVisitor } from './remembered.ts'

/** Gives `req.tell`: what somebody does is recorded when they have agreed, and when it is they who do it. */
export function recording(recorder: Recorder): RequestHandler {
  return (req, _res, next) => {
    req.tell = (deed) => {
      const visitorId = rememberedVisitor(req)
      if (visitorId) recorder.record({ ...deed, visitorId, at: new Date() })
    }
    next()
  }
}
