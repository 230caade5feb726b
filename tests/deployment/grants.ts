/** Where a star stands for something that has no name of its own, and why. */
const ALLOWED: Record<string, string> = {
  'modules/key/main.tf Account':
    'the account may do with its key what its own policies say; a key calls itself *',
  'modules/key/main.tf Services': 'a key calls itself *',
  'modules/key/main.tf Logs': 'a key calls itself *',
  'modules/key/main.tf Deliveries': 'a key calls itself *',
  'modules/key/main.tf Rules': 'a key calls itself *',
  'modules/shop/access.tf MachineFigures': 'figures have no name but that of their space, which is asked for',
  'modules/shop/access.tf MailTrustedAgain':
    'the list of those who are not written to is the account’s, and has no name',
  'modules/function/main.tf Network':
    'a way into the network has no name before it is made; the code itself is denied it',
  'modules/model/access.tf SignIn': 'signing in to the registry of images is of no repository',
  'modules/model/access.tf Figures': 'figures have no names; the condition says of what they may be',
  'modules/model/machine.tf Log': 'Amazon lets nobody name the logs that it delivers',
  'modules/pipeline/access.tf SignIn': 'signing in to the registry of images is of no repository',
  'modules/pipeline/deploy.tf Looks': 'what is only looked at there has no names',
  'modules/pipeline/deploy.tf Machines':
    'a machine has no name before it runs; the condition says from what it is made',
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
