import { transaction } from '../platform/database.ts'
import { publish } from '../platform/queue.ts'
import { type Outcome, refuse } from './refusal.ts'
import { lockReturn, mayReturnMove, moveReturn } from './return.ts'

type Decided = Promise<Outcome<{ returnId: number }>>

/** A return may come: the shopper is told where to send it. Said twice, it counts once. */
export function approveReturn(returnId: number, actor: string): Decided {
  return decide(returnId, 'approved', actor, null)
}

/** A return may not come, or has never come: the shopper reads why. Said twice, it counts once. */
export async function declineReturn(returnId: number, because: string, actor: string): Decided {
  const reason = because.trim()
  return reason === '' || reason.length > 1_000
    ? refuse('no-reason')
    : decide(returnId, 'declined', actor, reason)
}

function decide(
  returnId: number,
  to: 'approved' | 'declined',
  actor: string,
  because: string | null,
): Decided {
  return transaction(async (tx) => {
    const locked = await lockReturn(tx, returnId)
    if (!locked) return refuse('return-unknown')
    const { back, order } = locked
    if (back.state === to) return { returnId }
    if (!mayReturnMove(back.state, to)) return refuse(`return-${back.state}`)
    await moveReturn(tx, locked, to, { actor, because })
    await publish(tx, `return.${to}`, { returnId, orderId: order.id })
    return { returnId }
  })
}
