/** Stands in a template's text where an expression was. */
export const HOLE = '…'

/** A template literal: its `text` has a `HOLE` for each of its `holes`. */
export interface Template {
  /** What stands right before it: `sql` of `sql\`…\``, which takes the holes apart from the text. */
  tag: string
  text: string
  holes: string[]
}

/** What a piece of TypeScript consists of. */
export interface Scanned {
  /** Names and signs alone: comments are gone, texts and regular expressions are empty. */
  code: string
  /** The code with its texts, without comments. */
  uncommented: string
  strings: string[]
  templates: Template[]
}

const BEFORE_REGEX = /(?:^|[([{,;=:!&|?+\-*%<>~^}]|\b(?:return|typeof|case|in|of|do|else|await))\s*$/
const SKIPPED = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const QUOTED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y
const REGEX = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y

const known = new Map<string, Scanned>()

/** Takes TypeScript apart far enough to ask for names, texts and SQL without being fooled by comments. */
export function scan(source: string): Scanned {
  const scanned = known.get(source) ?? read(source)
  known.set(source, scanned)
  return scanned
}

function read(source: string): Scanned {
  const found: Scanned = { code: '', uncommented: '', strings: [], templates: [] }
  let at = 0

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(source)?.[0]
    if (match !== undefined) at += match.length
    return match
  }
  const put = (code: string, uncommented = code) => {
    found.code += code
    found.uncommented += uncommented
  }

  const readCode = (isHole: boolean) => {
    for (let depth = 0; at < source.length; ) {
      if (take(SKIPPED) !== undefined) continue
      const quoted = take(QUOTED)
      if (quoted !== undefined) {
        found.strings.push(quoted.slice(1, -1))
        put("''", quoted)
        continue
      }
      const mayBeRegex = source[at] === '/' && BEFORE_REGEX.test(found.code.slice(-20))
      const regex = mayBeRegex ? take(REGEX) : undefined
      if (regex !== undefined) {
        put('/./', regex)
        continue
      }
      const sign = source[at++]!
      if (sign === '`') {
        readTemplate()
        continue
      }
      if (sign === '{') depth++
      if (sign === '}' && depth-- === 0 && isHole) return
      put(sign)
    }
  }

  const readTemplate = () => {
    const template: Template = { tag: /[\w$.]*$/.exec(found.code)![0], text: '', holes: [] }
    found.templates.push(template)
    put('`')
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        const start = at + 2
        at = start
        put('${')
        readCode(true)
        put('}')
        template.holes.push(source.slice(start, at - 1).trim())
        template.text += HOLE
      } else {
        const length = source[at] === '\\' ? 2 : 1
        template.text += source.slice(at, at + length)
        found.uncommented += source.slice(at, at + length)
        at += length
      }
    }
    at++
    put('`')
  }

  readCode(false)
  return found
}

/** The TypeScript inside a template's tags. */
export function codeIn(template: string): string {
  return [...template.matchAll(/<%[~=]?([\s\S]*?)%>/g)].map(([, code]) => code).join('\n;')
}
