import { createWriteStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate } from 'fflate'

const UNIX = 3
/** The same files make the same archive, whenever it is made. */
const LONG_AGO = new Date(1980, 0, 1)

/** Packs a folder into a ZIP file, one file after another in the order of their names, with the right to run where it is. */
export async function zipFolder(folder: string, to: string): Promise<{ files: number; bytes: number }> {
  const paths = await filesIn(folder)
  let bytes = 0
  async function* chunks() {
    let ready: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      ready.push(chunk)
    })
    for (const path of paths) {
      const entry = new ZipDeflate(relative(folder, path), { level: 6 })
      const { mode } = await stat(path)
      Object.assign(entry, { os: UNIX, attrs: (mode & 0o777) << 16, mtime: LONG_AGO })
      zip.add(entry)
      entry.push(await readFile(path), true)
      yield* ready
      ready = []
    }
    zip.end()
    yield* ready
  }
  async function* counted() {
    for await (const chunk of chunks()) {
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(to))
  return { files: paths.length, bytes }
}

/** What packages hold for people and their editors, and the compiler, which one of them would like to have and none needs. */
const FOR_READERS = /node_modules\/(@?typescript\/.*|.*\.(d\.[cm]?ts|map|md|markdown))$/

/** Links are left out: the only ones are commands of packages, which nobody types where it runs. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true })
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !FOR_READERS.test(path))
    .sort()
}
