import type { Catalogue } from './messages.ts'
import { codeIn, HOLE, scan } from './scan.ts'
import type { Tree } from './tree.ts'

/** A key that somebody asks for; one with a `HOLE` stands for every key that it may come to. */
interface Asked {
  path: string
  key: string
  fits: (key: string) => boolean
}

/** Keys that are asked for and not there, and keys that nobody asks for. */
export function keyBreaches(catalogue: Catalogue, sources: Tree, templates: Tree): string[] {
  const keys = [...catalogue.keys()]
  const folders = new Set(keys.map((key) => key.split('.')[0]!))
  const asked = [
    ...[...sources].flatMap(([path, source]) => askedIn(path, source, folders)),
    ...[...templates].flatMap(([path, source]) => askedIn(path, codeIn(source), folders)),
  ]
  return [
    ...asked
      .filter(({ fits }) => !keys.some(fits))
      .map(({ path, key }) => `${path}: no message has the key "${key}"`),
    ...keys
      .filter((key) => !asked.some(({ fits }) => fits(key)))
      .map((key) => `${catalogue.get(key)!.file}: nobody asks for "${key}"`),
  ]
}

/** Every text that reads like a key of the catalogues: `'basket.heading'`, or made of parts. */
function askedIn(path: string, code: string, folders: Set<string>): Asked[] {
  const isKey = new RegExp(`^(?:${[...folders].join('|')})(?:\\.[\\w${HOLE}-]+)+$`)
  const { strings, templates } = scan(code)
  const whole = strings.filter((text) => isKey.test(text))
  const fromParts = templates.map(({ text }) => text).filter((text) => isKey.test(text))
  return [
    ...whole.map((key) => ({ path, key, fits: (other: string) => other === key })),
    ...fromParts.map((key) => ({ path, key, fits: patternOf(key) })),
  ]
}

function patternOf(text: string): (key: string) => boolean {
  const parts = text.split(HOLE).map((part) => part.replaceAll('.', '\\.'))
  const pattern = new RegExp(`^${parts.join('[\\w-]+')}$`)
  return (key) => pattern.test(key)
}
