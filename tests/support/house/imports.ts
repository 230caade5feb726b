import { dirname, join } from 'node:path'
import { scan } from './scan.ts'
import { homeOf, nameOf, type Tree } from './tree.ts'

/** Which modules a module may import; `platform` is open to all. */
export type ImportTable = Record<string, readonly string[]>

const IMPORT = /(?:^|[\n;])\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g

/** Every import that goes against the table, or past a module's public face. */
export function importBreaches(tree: Tree, table: ImportTable): string[] {
  return [...tree].flatMap(([path, source]) =>
    importsOf(source)
      .filter((specifier) => specifier.startsWith('.'))
      .flatMap((specifier) => {
        const why = whyNot(path, join(dirname(path), specifier), table)
        return why ? [`${path} imports ${specifier}: ${why}`] : []
      }),
  )
}

/** A round of modules that import each other, or undefined when all arrows go one way. */
export function roundIn(table: ImportTable, way: string[] = []): string[] | undefined {
  const here = way.at(-1)
  if (here !== undefined && way.indexOf(here) < way.length - 1) return way
  const onward = here === undefined ? Object.keys(table) : (table[here] ?? [])
  for (const next of onward) {
    const round = roundIn(table, [...way, next])
    if (round) return round
  }
  return undefined
}

/** What a source imports, as it is written there. */
export function importsOf(source: string): string[] {
  return [...scan(source).uncommented.matchAll(IMPORT)].map(([, from, bare]) => (from ?? bare)!)
}

function whyNot(path: string, target: string, table: ImportTable): string | undefined {
  const [from, to] = [homeOf(path), homeOf(target)]
  const isLauncher = from === '' || from === 'commands' || from === 'lambda'
  if (!target.startsWith('src/')) return 'it is not in src/'
  if (from === to || to === 'platform') return undefined
  if (from === 'platform') return 'the platform knows nothing of the shop'
  if (from === 'sandbox') return 'the sandbox knows the platform only'
  if (to === '') return isLauncher ? undefined : 'a module knows nothing above it'
  if (to === 'sandbox') return from === 'commands' ? undefined : 'only commands know the sandbox'
  if (to === 'commands' || to === 'lambda') return 'nobody imports what people or machines start'
  if (nameOf(target) !== 'index.ts') return `the public face of ${to} is its index.ts`
  if (isLauncher) return undefined
  const allowed = table[from]
  if (!allowed) return `${from} has no row in the table`
  return allowed.includes(to) ? undefined : `${from} may know ${allowed.join(', ') || 'no other module'}`
}
