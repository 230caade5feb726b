/** Where a star stands for something that has no name of its own, and why. */
const ALLOWED: Record<string, string> = {
  'modules/key/main.tf Account':
    'the account may do with its key what its own policies say; a key calls itself *',
  'modules/key/main.tf Services': 'a key calls itself *',
  'modules/key/main.tf Logs': 'a key calls itself *',
}

/** Statements that let somebody do anything, or something to anything. `sources` are files by their paths. */
export function wideGrants(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, source]) =>
    statementsIn(source)
      .filter((statement) => /Effect\s*=\s*"Allow"/.test(statement))
      .flatMap((statement) => {
        const sid = /Sid\s*=\s*"(\w+)"/.exec(statement)?.[1] ?? '?'
        if (ALLOWED[`${path} ${sid}`]) return []
        const actions = valuesOf(statement, 'Action').filter((action) => action.includes('*'))
        const resources = valuesOf(statement, 'Resource').filter((resource) => resource === '*')
        const everybody = /Principal\s*=\s*"\*"/.test(statement) ? ['everybody'] : []
        return [...actions, ...resources.map(() => 'anything'), ...everybody].map(
          (what) => `${path} ${sid}: ${what}`,
        )
      }),
  )
}

/** The innermost braces around each `Effect`. */
function statementsIn(source: string): string[] {
  return [...source.matchAll(/\bEffect\b/g)].map(({ index }) => {
    const from = edge(source, index, -1)
    return source.slice(from, edge(source, index, 1) + 1)
  })
}

function edge(source: string, from: number, step: 1 | -1): number {
  const [closes, opens] = step === 1 ? ['}', '{'] : ['{', '}']
  let depth = 0
  for (let at = from; at >= 0 && at < source.length; at += step) {
    if (source[at] === opens) depth += 1
    if (source[at] === closes && depth-- === 0) return at
  }
  throw new Error('braces that do not match')
}

function valuesOf(statement: string, name: string): string[] {
  const list = new RegExp(`\\b${name}\\s*=\\s*(\\[[^\\]]*\\]|"[^"]*")`).exec(statement)?.[1] ?? ''
  return [...list.matchAll(/"([^"]*)"/g)].map(([, value]) => value!)
}
