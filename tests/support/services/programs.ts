import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIANS_POSTGRES = '/usr/lib/postgresql'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of the first of these programs that is installed, if one is. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** The folder of PostgreSQL's server programs, which Debian keeps out of PATH. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIANS_POSTGRES) ? readdirSync(DEBIANS_POSTGRES) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a))
  const folders = [...newestFirst.map((version) => join(DEBIANS_POSTGRES, version, 'bin'))]
  const inPath = findProgram('initdb')
  if (inPath) folders.push(join(inPath, '..'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** The browser of the journeys: `CHROMIUM_PATH`, or the one that is installed. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH || findProgram(...BROWSERS)
}
