import type { ImportTable } from './imports.ts'

const MOST_LINES = 130
const ROW = /^\| ((?:`[a-z]+`(?:, )?)+) \| ([a-z, ]+) \| \S.*\|$/gm

/** Where src/README.md says other than what is so: arrows of the import table, dependencies, and its own length. */
export function readmeBreaches(
  readme: string,
  table: ImportTable,
  dependencies: readonly string[],
): string[] {
  const told = arrowsIn(readme)
  const lines = readme.trimEnd().split('\n').length
  const guests = readme.slice(readme.indexOf('Every dependency is a guest'))
  const named = [...guests.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
  return [
    ...(lines > MOST_LINES ? [`${lines} lines, more than ${MOST_LINES}`] : []),
    ...Object.entries(table)
      .filter(([module, others]) => told.get(module) !== others.join(', '))
      .map(
        ([module, others]) =>
          `${module} may import ${others.join(', ') || 'nothing'}, not ${told.get(module)}`,
      ),
    ...dependencies.filter((name) => !named.includes(name)).map((name) => `does not say why ${name} is here`),
    ...named
      .filter((name) => !dependencies.includes(name))
      .map((name) => `says why ${name} is here, which it is not`),
  ]
}

function arrowsIn(readme: string): Map<string, string> {
  const rows = [...readme.matchAll(ROW)]
  return new Map(
    rows.flatMap(([, modules, others]) =>
      modules!
        .split(', ')
        .map((module) => [module.replaceAll('`', ''), others === 'nothing' ? '' : others!] as const),
    ),
  )
}
