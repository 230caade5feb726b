import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetNavigation } from '../catalogue/index.ts'
import type { MediaStore } from '../media/index.ts'
import type { Cache } from '../platform/cache.ts'
import type { ShowProgress } from '../platform/progress.ts'
import { recountShelves, recountWords } from '../search/index.ts'
import { importCatalogue } from './import-catalogue.ts'
import { contentOf, endUpload, findUpload, noteProgress } from './upload.ts'

interface Deps {
  media: MediaStore
  cache: Cache
}

const TELLS_EVERY_MS = 500

/** Looks at a file that was sent, and notes what an import would do. */
export function checkUpload({ media }: Deps) {
  return ({ uploadId }: { uploadId: number }) => workOn(uploadId, media, true)
}

/** Reads a file that was sent into the shop. Stopped before its end, it goes on where it was. */
export function importUpload({ media, cache }: Deps) {
  return async ({ uploadId }: { uploadId: number }) => {
    await workOn(uploadId, media, false)
    await recount(cache)
  }
}

/** What pages know of goods that have come is counted anew. */
export async function recount(cache: Cache): Promise<void> {
  await forgetNavigation(cache)
  await recountShelves()
  await recountWords()
}

async function workOn(id: number, media: MediaStore, isDryRun: boolean): Promise<void> {
  const [upload, content] = await Promise.all([findUpload(id), contentOf(id)])
  if (!upload || !content) return
  const folder = await mkdtemp(join(tmpdir(), 'goods-'))
  try {
    const file = join(folder, 'goods.csv')
    await writeFile(file, content)
    const { locale, currency } = upload
    const report = await importCatalogue({ file, locale, currency, media, isDryRun, shows: tells(id) })
    await endUpload(id, isDryRun ? 'checked' : 'imported', report)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Notes now and then how many products are done with, for whoever looks at the screen. */
function tells(id: number): ShowProgress {
  return (_title, total, before = 0) => {
    let [done, told] = [before, 0]
    return {
      step(count = 1) {
        done += count
        if (Date.now() - told < TELLS_EVERY_MS) return
        told = Date.now()
        noteProgress(id, done, total).catch(() => undefined)
      },
      end() {},
    }
  }
}
