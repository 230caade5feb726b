import { scan } from './scan.ts'
import { homeOf, nameOf, type Tree } from './tree.ts'

const FILE_NAME = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/
const NOUNLESS = /^(services?|controllers?|helpers?|utils?|types|managers?)$/
const FLAT_EXCEPT = /^src\/(recommendations\/engine|commands|platform\/aws|sandbox)(\/|$)/

/** Words that the house has another word for, or that say nothing. */
const BANNED: readonly (readonly [words: string, instead: string])[] = [
  ['cart', 'basket'],
  ['line item', 'line'],
  ['helper', 'the noun that it belongs to'],
  ['manager', 'the noun that it belongs to'],
  ['impl', 'what sets it apart'],
]

/** File and folder names that are not kebab-case, or have no noun. */
export function nameBreaches(tree: Tree): string[] {
  return [...tree.keys()].flatMap((path) => {
    const name = nameOf(path)
    if (name !== 'README.md' && !FILE_NAME.test(name)) return [`${path}: a file's name is kebab-case`]
    const nounless = path.split('/').find((part) => NOUNLESS.test(part.split('.')[0]!))
    return nounless ? [`${path}: "${nounless}" is no noun of the shop`] : []
  })
}

/** Folders inside a module. */
export function nestedFolders(tree: Tree): string[] {
  return [...tree.keys()]
    .filter((path) => path.split('/').length > 3 && !FLAT_EXCEPT.test(path))
    .map((path) => `${path}: ${homeOf(path)} is flat, without folders inside`)
}

/** Identifiers that use a word for which the house has another. Names with underscores are other people's. */
export function wordBreaches(tree: Tree): string[] {
  return [...tree].flatMap(([path, source]) => {
    const names = new Set(scan(source).code.match(/[A-Za-z$][\w$]*/g))
    return [...names].flatMap((name) => {
      const said = bannedIn(name)
      return said ? [`${path}: ${name} says "${said[0]}", the house says ${said[1]}`] : []
    })
  })
}

function bannedIn(name: string) {
  if (name.includes('_')) return undefined
  const words = ` ${name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()} `
  return BANNED.find(([banned]) => new RegExp(` ${banned}s? `).test(words))
}
