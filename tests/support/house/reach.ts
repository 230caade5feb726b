import { scan } from './scan.ts'
import type { Tree } from './tree.ts'

interface Reach {
  what: string
  pattern: RegExp
  mayBeIn: RegExp
  where: string
}

/** What a source may reach for only in a few places. */
export const reaches: readonly Reach[] = [
  {
    what: 'reads the environment',
    pattern: /\bprocess\s*[?.[]+\s*'?env\b|\benv\b[^;\n]*\bfrom 'node:process'|\bloadEnvFile\b/,
    mayBeIn: /^src\/(platform\/config\.ts|commands\/|lambda\/)/,
    where: 'only src/platform/config.ts, src/commands/ and src/lambda/ do',
  },
  {
    what: 'listens',
    pattern: /\.\s*listen\s*\(/,
    mayBeIn: /^src\/(server\.ts|sandbox\/|commands\/(launcher|sagemaker)\/)/,
    where: 'only src/server.ts, the sandbox, the launcher and the container of the model do',
  },
  {
    what: 'renders a template past res.page and res.fragment',
    pattern: /\brenderTemplate\s*\(/,
    mayBeIn: /^src\/(platform\/|notifications\/|customers\/export-archive\.ts)/,
    where: 'pages leave by these two, mails by notifications, and what is kept of somebody in an archive',
  },
]

/** Every reach for something from a place where it is not to be had. */
export function reachBreaches(tree: Tree): string[] {
  return [...tree].flatMap(([path, source]) => {
    const { uncommented } = scan(source)
    return reaches
      .filter(({ pattern, mayBeIn }) => !mayBeIn.test(path) && pattern.test(uncommented))
      .map(({ what, where }) => `${path} ${what}: ${where}`)
  })
}
