import type { RequestHandler } from 'express'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf, viewedBy } from '../identity/index.ts'
import type { Recorder } from './recorder.ts'

/** Gives `req.tell`: what somebody does is recorded when they have agreed, and when it is they who do it. */
export function recording(recorder: Recorder): RequestHandler {
  return (req, _res, next) => {
    req.tell = (deed) => {
      const owner = ownerOf(req)
      if (!owner || viewedBy(req) || !hasAnsweredYes(req)) return
      recorder.record({ ...deed, visitorId: owner.visitorId, at: new Date() })
    }
    next()
  }
}
