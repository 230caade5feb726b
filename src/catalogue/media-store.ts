import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where pictures lie, by keys that say what is in them: `<hash>/640.avif`. What is put once never changes. */
export interface MediaStore {
  has(key: string): Promise<boolean>
  put(key: string, body: Buffer, type: string): Promise<void>
}

/** Keeps pictures in a folder of this machine. A file appears there whole or not at all. */
export function diskMediaStore(folder: string): MediaStore {
  return {
    has(key) {
      return access(join(folder, key)).then(
        () => true,
        () => false,
      )
    },
    async put(key, body) {
      const path = join(folder, key)
      const unfinished = `${path}.${randomUUID()}`
      await mkdir(dirname(path), { recursive: true })
      await writeFile(unfinished, body)
      await rename(unfinished, path)
    },
  }
}
