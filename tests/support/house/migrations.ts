import { nameOf, type Tree } from './tree.ts'

const NAME = /^(\d{4})-([a-z]+)((?:-[a-z0-9]+)*)\.sql$/
const MADE =
  /\b(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:unique\s+)?(table|view|sequence|function|domain|type|trigger)\s+(?:if\s+(?:not\s+)?exists\s+)?([a-z_]+)\.([a-z_]+)/gi
const REFERENCE = /\breferences\s+([a-z_]+)\.([a-z_]+)/gi

/** Migrations out of number, without a way back, or about more than one schema. The ledger reads all of them. */
export function migrationBreaches(tree: Tree, schemas: readonly string[]): string[] {
  const paths = [...tree.keys()].sort()
  const ups = paths.filter((path) => !path.endsWith('.down.sql'))
  const downs = paths.filter((path) => path.endsWith('.down.sql'))
  const back = (path: string) => path.replace(/\.sql$/, '.down.sql')
  return [
    ...ups.filter((path) => !tree.has(back(path))).map((path) => `${path}: has no way back (.down.sql)`),
    ...downs
      .filter((path) => !ups.some((up) => back(up) === path))
      .map((path) => `${path}: goes back from nothing`),
    ...ups.flatMap((path, index) => [
      ...numberBreaches(path, index + 1),
      ...schemaBreaches(path, tree.get(path)!, schemas),
    ]),
  ]
}

function numberBreaches(path: string, expected: number): string[] {
  const number = NAME.exec(nameOf(path))?.[1]
  if (!number) return [`${path}: is named NNNN-schema-change.sql`]
  return Number(number) === expected
    ? []
    : [`${path}: stands where ${expected} belongs, the numbers have no gap and no twin`]
}

function schemaBreaches(path: string, sql: string, schemas: readonly string[]): string[] {
  const schema = NAME.exec(nameOf(path))?.[2]
  if (!schema) return []
  if (!schemas.includes(schema)) return [`${path}: there is no module ${schema}`]
  const made = [...sql.matchAll(MADE)].filter(([, , owner]) => owner !== schema)
  const references = [...sql.matchAll(REFERENCE)].filter(([, owner]) => owner !== schema)
  return [
    ...made.map(
      ([, kind, owner, name]) => `${path}: the ${kind} ${owner}.${name} is not in the schema ${schema}`,
    ),
    ...references.map(
      ([, owner, name]) => `${path}: ${schema} is tied to ${owner}.${name}, another module's table`,
    ),
  ]
}
