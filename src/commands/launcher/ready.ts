import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from './refusal.ts'

const LIMIT_MS = 60_000
const LOOK_AGAIN_MS = 25

/**
 * Waits until the shop says that it is ready.
 * @throws Refusal with its last answer after a minute; the signal's reason when it is aborted.
 */
export async function untilReady(port: number, signal: AbortSignal): Promise<void> {
  const address = `http://127.0.0.1:${port}/health/ready`
  const deadline = Date.now() + LIMIT_MS
  let answer = 'nothing'
  while (Date.now() < deadline) {
    signal.throwIfAborted()
    const limit = AbortSignal.any([signal, AbortSignal.timeout(5_000)])
    const response = await fetch(address, { signal: limit }).catch(() => undefined)
    if (response?.ok) return
    if (response) answer = await response.text()
    await pause(LOOK_AGAIN_MS)
  }
  throw new Refusal(`The shop was not ready within a minute. ${address} answers: ${answer}`)
}
