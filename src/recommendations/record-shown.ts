import type { Request } from 'express'
import type { Placement } from './placement.ts'
import type { Recorder } from './recorder.ts'
import { rememberedVisitor } from './remembered.ts'
import type { Suggestions } from './suggest.ts'

/** Records what was shown to whoever has agreed, so that it is known what comes of it. */
export function recordShown(
  recorder: Recorder,
  req: Request,
  placement: Placement,
  { version, suggested }: Suggestions,
): void {
  const visitorId = rememberedVisitor(req)
  if (!visitorId || suggested.length === 0) return
  const shown = suggested.map(({ card }) => card.id)
  recorder.record({
    kind: 'impression',
    visitorId,
    at: new Date(),
    placement,
    version,
    shown,
  })
}
