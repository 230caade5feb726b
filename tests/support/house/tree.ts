import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files by their path from the root of the project, with their text. */
export type Tree = ReadonlyMap<string, string>

export const root = join(import.meta.dirname, '../../..')

/**
 * The files below these folders whose names end in one of these ways.
 * @throws Error when there are none: a rule about nothing would always hold.
 */
export function readTree(folders: string[], ...endings: string[]): Tree {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  )
  if (paths.length === 0) throw new Error(`There is no ${endings.join(', ')} below ${folders.join(', ')}`)
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** A tree made up by a test, to see that a rule notices what breaks it. */
export function made(files: Record<string, string>): Tree {
  return new Map(Object.entries(files))
}

/** The module of a file (`basket` of `src/basket/routes.ts`), or nothing for the files right below `src/`. */
export function homeOf(path: string): string {
  const [, home, ...rest] = path.split('/')
  return rest.length > 0 ? home! : ''
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
