import { Worker } from 'node:worker_threads'

/**
 * Opens a file beside this one as a thread: as TypeScript while developing, as what was built of it in production. What is
 * asked of this process before it begins is not asked of the thread.
 */
export function openThread(name: string, workerData: object = {}): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { execArgv: [], workerData })
}
