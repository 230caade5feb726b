import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { MediaStore } from './media-store.ts'

const KEY = /^\w[\w.-]*(\/\w[\w.-]*)*$/
const types: Record<string, string> = { '.avif': 'image/avif', '.webp': 'image/webp', '.jpeg': 'image/jpeg' }

/** Keeps pictures in a folder of this machine. A file appears there whole or not at all. */
export function diskMediaStore(folder: string): MediaStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error(`"${key}" is no key of a file`)
    return join(folder, key)
  }
  const find: MediaStore['find'] = async (key) => {
    const found = await unlessMissing(stat(pathOf(key)))
    if (!found?.isFile()) return undefined
    const type = types[extname(key)] ?? 'application/octet-stream'
    return { type, bytes: found.size, modified: found.mtime }
  }
  return {
    find,
    has: async (key) => (await find(key)) !== undefined,
    async put(key, body) {
      const path = pathOf(key)
      const unfinished = `${path}.${randomUUID()}`
      await mkdir(dirname(path), { recursive: true })
      try {
        await writeFile(unfinished, body)
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    async get(key, range) {
      const file = await unlessMissing(open(pathOf(key)))
      return file?.createReadStream(range)
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** What comes of it, or undefined where there is no such file. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
