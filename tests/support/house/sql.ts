import { importsOf } from './imports.ts'
import { scan } from './scan.ts'
import { homeOf, nameOf, type Tree } from './tree.ts'

/** Holes in SQL that hold more SQL of ours, by file: never data. */
export type OwnSql = Record<string, readonly string[]>

const SQL = /\b(?:select\s|insert\s+into\s|update\s+\w+\.|delete\s+from\s|coalesce\(|jsonb?_\w+\()/i
const CONSTANT = /^(?:[A-Z][A-Z0-9_]*|columns)$/
const CALL_WITH_CONSTANTS = /^\w+\((?:(?:'[^']*'|[A-Z][A-Z0-9_]*)(?:, |(?=\))))+\)$/
const GLUED = /(?:select\s|insert\s+into\s|delete\s+from\s|\bwhere\s)[^'`]*['`]\s*\+/i

/** SQL that something is pasted into, instead of being bound to it. */
export function pastedSql(tree: Tree, ownSql: OwnSql): string[] {
  return [...tree].flatMap(([path, source]) => {
    const { templates, uncommented, code } = scan(source)
    const holes = templates
      .filter(({ tag, text }) => tag === '' && SQL.test(text))
      .flatMap(({ holes }) => holes)
    const known = ownSql[path] ?? []
    const pasted = holes.filter(
      (hole) => !CONSTANT.test(hole) && !CALL_WITH_CONSTANTS.test(hole) && !known.includes(hole),
    )
    return [
      ...[...new Set(pasted)].map((hole) => `${path}: SQL with \${${hole}}, data is bound ($name)`),
      ...known
        .filter((hole) => !holes.includes(hole))
        .map((hole) => `${path}: has no SQL with \${${hole}} any more`),
      ...(GLUED.test(uncommented) ? [`${path}: SQL glued together with +`] : []),
      ...(/\b[Ss]equelize\s*\.\s*literal\b/.test(code) ? [`${path}: Sequelize.literal pastes SQL`] : []),
      ...(homeOf(path) !== 'platform' && /\bdatabase\s*\.\s*query\b/.test(code)
        ? [`${path}: statements go through rows() and row(), which bind`]
        : []),
    ]
  })
}

const TABLE = /\b(?:from|join|into|update|truncate|lock table)\s+(?:only\s+)?([a-z_]+)\.([a-z_]+)/g

/** The schemas that bear another name than the module that keeps them. */
const KEEPERS: Record<string, string> = { graphile_worker: 'platform' }

/** SQL of a module about another's tables. A view that its owner names in its public face may be joined. */
export function foreignTables(tree: Tree): string[] {
  return [...tree].flatMap(([path, source]) => {
    const home = homeOf(path)
    if (['', 'commands', 'sandbox'].includes(home)) return []
    const { strings, templates } = scan(source)
    const statements = [...strings, ...templates.map(({ text }) => text)]
    const named = statements.flatMap((statement) => [...statement.matchAll(TABLE)])
    return named
      .filter(([, owner, table]) => (KEEPERS[owner!] ?? owner) !== home && !isPublished(tree, owner!, table!))
      .map(([, owner, table]) => `${path}: ${owner}.${table} is a table of ${owner}, ask its public face`)
  })
}

function isPublished(tree: Tree, owner: string, table: string): boolean {
  return tree.get(`src/${owner}/index.ts`)?.includes(`\`${owner}.${table}`) ?? false
}

const ROUTES = /(?:^|-)routes\.ts$/
const READ = /^(?:find-.*|.*-(?:view|page))\.ts$/
const BEGINS = /(?<![.\w]|function )transaction\s*(?:<[^()]*>)?\s*\(/
const STATEMENTS = /import \{([^}]*)\} from '\.\.\/platform\/database\.ts'/

/** Transactions that begin outside a change, and routes that know SQL. */
export function misplacedChanges(tree: Tree): string[] {
  return [...tree].flatMap(([path, source]) => {
    if (['', 'platform', 'sandbox', 'commands'].includes(homeOf(path))) return []
    const name = nameOf(path)
    const begins = BEGINS.test(scan(source).code)
    const knowsHttp = importsOf(source).includes('express')
    const breaches = [
      [begins && ROUTES.test(name), 'begins a transaction: a route calls a change, which begins one'],
      [begins && READ.test(name), 'begins a transaction: a read changes nothing'],
      [
        begins && knowsHttp && !ROUTES.test(name),
        'begins a transaction and knows HTTP: a change is asked by a route',
      ],
      [ROUTES.test(name) && importsStatements(source), 'knows SQL: a route calls changes and reads'],
    ] as const
    return breaches.filter(([isSo]) => isSo).map(([, what]) => `${path} ${what}`)
  })
}

function importsStatements(source: string): boolean {
  const names = STATEMENTS.exec(source)?.[1]?.split(',') ?? []
  return names.some((name) => /^(?:rows?|database)$/.test(name.trim()))
}
