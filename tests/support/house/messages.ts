import { IntlMessageFormat } from 'intl-messageformat'
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
    [...one]
      .filter(([key]) => !other.has(key))
      .map(([key, { file }]) => `${file}: "${key}" has no ${language}`)
  const misnamed = [...english, ...german].filter(
    ([key, { file }]) => key.split('.')[0] !== file.split('/')[1],
  )
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
