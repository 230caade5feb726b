import { nameOf, type Tree } from './tree.ts'

const MOST_LINES = 20

/** Public faces that are too long, or do not say on top what the module owns and what it does not. */
export function faceBreaches(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => nameOf(path) === 'index.ts' && path.split('/').length === 3)
    .flatMap(([path, source]) => {
      const lines = source.trimEnd().split('\n').length
      const [owns, ...others] = sentencesOnTop(source)
      return [
        ...(lines > MOST_LINES ? [`${path}: ${lines} lines, a public face has at most ${MOST_LINES}`] : []),
        ...(owns?.startsWith('Owns ') ? [] : [`${path}: its first sentence says what the module owns`]),
        ...(others.some((other) => / not /.test(other))
          ? []
          : [`${path}: its second sentence says what the module does not own`]),
      ]
    })
}

function sentencesOnTop(source: string): string[] {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? ''
  const text = comment.replace(/\n \*/g, ' ').replace(/\s+/g, ' ').trim()
  return text.split(/(?<=\.) (?=[A-Z])/).filter(Boolean)
}
