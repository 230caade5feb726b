import { type SpawnOptions, spawn } from 'node:child_process'

/**
 * Runs a program to its end. It gets a session of its own, so that Ctrl-C in the terminal does not cut it in the middle.
 * @returns its exit status (undefined when it could not be started) and what it said.
 */
export function runTool(command: string, args: string[], options: SpawnOptions = {}) {
  return new Promise<{ status: number | undefined; words: string }>((resolve) => {
    let words = ''
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    child.stdout?.on('data', (chunk) => (words += chunk))
    child.stderr?.on('data', (chunk) => (words += chunk))
    child.on('error', (error) => resolve({ status: undefined, words: error.message }))
    child.on('close', (status) => resolve({ status: status ?? undefined, words: words.trim() }))
  })
}
