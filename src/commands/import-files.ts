import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { type MediaStore, type StoredPicture, storePhotograph } from '../media/index.ts'
import type { Refuse } from './import-fault.ts'
import { type ImportedPicture, isWeb } from './import-pictures.ts'
import type { ImportedProduct } from './import-product.ts'
import { inParallel } from './in-parallel.ts'
import { progress } from './progress.ts'

/** The pictures that lie beside the file, by the path that the file gives: where they are and what they will be. */
export type Files = Map<string, { path: string; picture: StoredPicture }>

const AT_A_TIME = 2
const LARGEST_FILE = 20 * 1024 * 1024

const sentences = {
  'too-large': 'is larger than 20 MB',
  'too-many-pixels': 'has more than 50 million pixels, or 16 million in an AVIF',
  'no-picture': 'is no JPEG, PNG, WebP, AVIF or GIF',
  damaged: 'is damaged',
  hidden: 'carries a page or a program',
}

/** Looks at every picture that lies beside the file, and keeps nothing yet. */
export async function checkFiles(products: ImportedProduct[], file: string, refuse: Refuse): Promise<Files> {
  const folder = resolve(dirname(file))
  const files: Files = new Map()
  await inParallel(eachFile(products), AT_A_TIME, async ({ source, line }) => {
    const path = resolve(folder, source)
    const master = path.startsWith(folder + sep) ? await readPicture(path) : undefined
    if (!master) return refuse(line, `There is no picture “${source}” beside the file.`)
    const outcome = await storePhotograph(nowhere, master)
    if (outcome.refused) refuse(line, `The picture “${source}” ${sentences[outcome.refused]}.`)
    else files.set(source, { path, picture: outcome.picture })
  })
  return files
}

/** Renders the pictures that have been looked at into the store. */
export async function storeFiles(media: MediaStore, files: Files): Promise<void> {
  const shown = progress('Pictures', files.size)
  await inParallel([...files.values()], AT_A_TIME, async ({ path }) => {
    await storePhotograph(media, await readFile(path))
    shown.step()
  })
  shown.end()
}

/** A store that has everything already, so that a picture is only looked at. */
const nowhere: Pick<MediaStore, 'has' | 'put'> = { has: async () => true, put: async () => {} }

function eachFile(products: ImportedProduct[]): ImportedPicture[] {
  const local = products.flatMap(({ pictures }) => pictures).filter(({ source }) => !isWeb(source))
  return [...new Map(local.map((picture) => [picture.source, picture])).values()]
}

async function readPicture(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() && found.size <= LARGEST_FILE ? readFile(path) : undefined
}
