import { readdirSync } from 'node:fs'
import type { Specimen } from '../support/view-models/shared.ts'

const folder = new URL('../support/view-models/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
const modules: { specimens: Specimen[] }[] = await Promise.all(
  files.map((name) => import(new URL(name, folder).href)),
)

/** Every template of the shop with plausible models, from all files in `tests/support/view-models/`. */
export const specimens: Specimen[] = modules.flatMap((module) => module.specimens)
