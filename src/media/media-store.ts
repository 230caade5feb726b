import type { Readable } from 'node:stream'

/** What is known of a file without reading it. */
export interface KeptFile {
  type: string
  bytes: number
  modified: Date
}

/**
 * Where pictures lie, by keys that say what is in them: `<hash>/640.avif`. What is put once never changes, so that
 * it may be kept for ever by whoever has it. A file is there whole or not at all, also when its source breaks off.
 * A store that is out of reach throws; what is not there is `undefined` or `false`, and may be removed again.
 */
export interface MediaStore {
  has(key: string): Promise<boolean>
  find(key: string): Promise<KeptFile | undefined>
  put(key: string, body: Buffer | Readable, type: string): Promise<void>
  /** The bytes from `start` to `end`, both included, or all of them. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable | undefined>
  remove(key: string): Promise<void>
}
