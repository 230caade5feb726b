import type { Request } from 'express'
import { hasAnsweredYes } from '../customers/index.ts'
import { ownerOf, viewedBy } from '../identity/index.ts'
import type { Placement } from './placement.ts'
import type { Recorder } from './recorder.ts'
import type { Suggestions } from './suggest.ts'

/** Records what was shown to whoever has agreed, so that it is known what comes of it. */
export function recordShown(
  recorder: Recorder,
  req: Request,
  placement: Placement,
  { version, suggested }: Suggestions,
): void {
  const owner = ownerOf(req)
  if (!owner || viewedBy(req) || !hasAnsweredYes(req) || suggested.length === 0) return
  const shown = suggested.map(({ card }) => card.id)
  recorder.record({
    kind: 'impression',
    visitorId: owner.visitorId,
    at: new Date(),
    placement,
    version,
    shown,
  })
}
