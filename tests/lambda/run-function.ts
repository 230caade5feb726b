import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../support/house/tree.ts'

const MARK = 'RESULT '
const RUN = `
  const { handler } = await import(process.argv[1])
  console.log('${MARK}' + JSON.stringify((await handler(JSON.parse(process.argv[2]))) ?? null))
  process.exit()`

/** Runs a function in a process of its own, as Lambda does: with the settings that are given and nothing else. */
export async function runFunction(name: string, event: object, settings: NodeJS.ProcessEnv) {
  const program = [
    '--input-type=module',
    '-e',
    RUN,
    join(root, `src/lambda/${name}.ts`),
    JSON.stringify(event),
  ]
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH, ...settings },
    stdio: 'pipe',
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const result = out.split('\n').find((line) => line.startsWith(MARK))
  if (!result) throw new Error(`${name} has failed: ${err}`)
  return { result: JSON.parse(result.slice(MARK.length)), words: out }
}
