import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { type MediaStore, type StoredPicture, storePhotograph } from '../media/index.ts'
import type { Refuse } from '../platform/faults.ts'
import { inParallel } from '../platform/in-parallel.ts'
import { type ImportedPicture, isWeb } from './pictures.ts'

const AT_A_TIME = 2
const LARGEST_FILE = 20 * 1024 * 1024

const sentences = {
  'too-large': 'is larger than 20 MB',
  'too-many-pixels': 'has more than 50 million pixels, or 16 million in an AVIF',
  'no-picture': 'is no JPEG, PNG, WebP, AVIF or GIF',
  damaged: 'is damaged',
  hidden: 'carries a page or a program',
}

type Looked = { path: string; picture: StoredPicture; isKept: boolean } | { fault: string }

/** The pictures that lie beside the file, by the path that the file gives. Each is looked at once, and kept once. */
export class PictureFiles {
  readonly #folder: string
  readonly #looked = new Map<string, Looked>()

  constructor(file: string) {
    this.#folder = resolve(dirname(file))
  }

  /** Looks at the pictures, and keeps nothing yet. */
  async check(pictures: ImportedPicture[], refuse: Refuse): Promise<void> {
    await inParallel(besides(pictures), AT_A_TIME, async ({ source, line }) => {
      const looked = this.#looked.get(source) ?? (await this.#look(source))
      this.#looked.set(source, looked)
      if ('fault' in looked) refuse(line, looked.fault)
    })
  }

  /** Renders the pictures into the store. */
  async keep(pictures: ImportedPicture[], media: MediaStore): Promise<void> {
    await inParallel(besides(pictures), AT_A_TIME, async ({ source }) => {
      const looked = this.#looked.get(source)
      if (!looked || 'fault' in looked || looked.isKept) return
      await storePhotograph(media, await readFile(looked.path))
      looked.isKept = true
    })
  }

  /** What the picture is, or is going to be, in the store. */
  of(source: string): StoredPicture {
    const looked = this.#looked.get(source)
    if (!looked || 'fault' in looked) throw new Error(`The picture ${source} has not been looked at`)
    return looked.picture
  }

  async #look(source: string): Promise<Looked> {
    const path = resolve(this.#folder, source)
    const master = path.startsWith(this.#folder + sep) ? await readPicture(path) : undefined
    if (!master) return { fault: `There is no picture “${source}” beside the file.` }
    const outcome = await storePhotograph(nowhere, master)
    if (outcome.refused) return { fault: `The picture “${source}” ${sentences[outcome.refused]}.` }
    return { path, picture: outcome.picture, isKept: false }
  }
}

/** A store that has everything already, so that a picture is only looked at. */
const nowhere: Pick<MediaStore, 'has' | 'put'> = { has: async () => true, put: async () => {} }

function besides(pictures: ImportedPicture[]): ImportedPicture[] {
  return pictures.filter(({ source }) => !isWeb(source))
}

async function readPicture(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() && found.size <= LARGEST_FILE ? readFile(path) : undefined
}
