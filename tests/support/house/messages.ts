import { IntlMessageFormat } from 'intl-messageformat'
import { codeIn, scan } from './scan.ts'
import { nameOf, type Tree } from './tree.ts'

/** The catalogues of one language: key → message, with the file that says so. */
export type Catalogue = Map<string, { file: string; message: string }>

/** Reads `views/<folder>/messages.<locale>.json` of every folder. */
export function catalogueOf(tree: Tree, locale: string): Catalogue {
  const files = [...tree].filter(([path]) => nameOf(path) === `messages.${locale}.json`)
  return new Map(
    files.flatMap(([file, text]) =>
      Object.entries<string>(JSON.parse(text)).map(([key, message]) => [key, { file, message }] as const),
    ),
  )
}

/** Keys that only one language has, that are not named for their folder, or whose messages need other arguments. */
export function catalogueBreaches(tree: Tree): string[] {
  const [english, german] = [catalogueOf(tree, 'en'), catalogueOf(tree, 'de')]
  const lacking = (one: Catalogue, other: Catalogue, language: string) =>
    [...one].filter(([key]) => !other.has(key)).map(([key, { file }]) => `${file}: "${key}" has no ${language}`)
  const misnamed = [...english, ...german].filter(([key, { file }]) => key.split('.')[0] !== file.split('/')[1])
  const different = [...english].filter(([key, { message }]) => {
    const translated = german.get(key)
    return translated && needsOf(message) !== needsOf(translated.message)
  })
  const blank = [...english, ...german].filter(([, { message }]) => message.trim() === '' && message !== '')
  return [
    ...lacking(english, german, 'German'),
    ...lacking(german, english, 'English'),
    ...misnamed.map(([key, { file }]) => `${file}: "${key}" begins with another folder's name`),
    ...blank.map(([key, { file }]) => `${file}: "${key}" says nothing`),
    ...different.map(
      ([key, { file, message }]) =>
        `${file}: "${key}" needs ${needsOf(message)}, in German ${needsOf(german.get(key)!.message)}`,
    ),
  ]
}

/** Keys that are asked for and not there, and keys that nobody asks for. */
export function keyBreaches(catalogue: Catalogue, sources: Tree, templates: Tree): string[] {
  const folders = [...new Set([...catalogue.keys()].map((key) => key.split('.')[0]))].join('|')
  const isKey = new RegExp(`^(?:${folders})(?:\\.[\\w-]+)+$`)
  const isMadeKey = new RegExp(`^(?:${folders})\\.[\\w.-]*\\$\\{\\}(?:[\\w.-]|\\$\\{\\})*$`)
  const asked = [...sources, ...[...templates].map(([path, source]) => [path, codeIn(source)] as const)].map(
    ([path, source]) => ({ path, ...scan(source) }),
  )
  const literal = asked.flatMap(({ path, strings }) => strings.filter((text) => isKey.test(text)).map((key) => ({ path, key })))
  const fromParts = asked.flatMap(({ path, templates: made }) =>
    made.filter(({ text }) => isMadeKey.test(text)).map(({ text }) => ({ path, text, pattern: patternOf(text) })),
  )
  const literals = new Set(literal.map(({ key }) => key))
  const keys = [...catalogue.keys()]
  return [
    ...literal.filter(({ key }) => !catalogue.has(key)).map(({ path, key }) => `${path}: no message has the key "${key}"`),
    ...fromParts
      .filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
      .map(({ path, text }) => `${path}: no message has a key like "${text}"`),
    ...keys
      .filter((key) => !literals.has(key) && !fromParts.some(({ pattern }) => pattern.test(key)))
      .map((key) => `${catalogue.get(key)!.file}: nobody asks for "${key}"`),
  ]
}

/** `shared.error.${}.text` as a pattern of the keys that it may come to. */
function patternOf(text: string): RegExp {
  const parts = text.split('${}').map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('[\\w-]+')}$`)
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of the arguments of a message. */
function needsOf(message: string): string {
  const names = new Set(argumentsIn(new IntlMessageFormat(message, 'en').getAst()))
  return [...names].sort().join(', ') || 'nothing'
}

const LITERAL = 0
const POUND = 7

function argumentsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || element.type === POUND || !('value' in element)) return []
    const branches = 'options' in element ? Object.values(element.options) : []
    return [element.value, ...branches.flatMap(({ value }) => argumentsIn(value))]
  })
}
