import { codeIn, scan } from './scan.ts'
import { homeOf, nameOf, type Tree } from './tree.ts'

/** Folders of `views/` that belong to no module. */
const COMMON = ['layouts', 'shared', 'emails']
const LONGEST_FRAGMENT = 60
const INPUTS = /^<% \/\* inputs: \S.* \*\/ %>\n/
const RAW = /<%~([\s\S]*?)%>/g
const MAY_BE_RAW = /^(?:include\(|it\.body$|[\w.]+Html$)/
const MAIL = /^views\/(?:emails\/|layouts\/mail)/
const PLAIN_TEXT = /-text\.eta$/
const PARTIAL = /<hx-partial\b[^>]*>/g
const RENDERED = /\.(?:page|fragment)\(\s*'([^']+)'|\brenderTemplate\('([^']+)'/g
const INCLUDED = /\b(?:include|layout)\('\/([^']+)'/g

/** What a page may not contain under the shop's policy, or would not survive a checker. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<style\b/i, 'a style element: styles are in public/css'],
  [/\sstyle\s*=/i, 'a style attribute: styles are in public/css'],
  [
    /<script\b(?![^>]*\ssrc=)(?! type="application\/ld\+json">)|<script\b[^>]*>[^<]*[^<\s]/i,
    'a script in the page: scripts are files',
  ],
  [/\son[a-z]+\s*=/i, 'a handler in an attribute: handlers are in a file'],
  [/\shx-[a-z]/i, 'an htmx attribute without data-'],
  [/\sdata-hx-(?:on|boost)\b/i, 'hx-on or hx-boost: the one needs eval, the other loses the focus'],
  [/\bjs:/i, 'js: in an attribute, which needs eval'],
  [/\sdata-hx-trigger="[^"]*\[/i, 'a condition in data-hx-trigger, which needs eval'],
  [/\b(?:href|src|action)\s*=\s*"\s*javascript:/i, 'a javascript: address'],
]

/** Whatever a template does that it may not do. A mail has its styles in itself, for nobody fetches files for it. */
export function templateBreaches(templates: Tree): string[] {
  return [...templates].flatMap(([path, source]) => {
    const isFragment = nameOf(path).startsWith('_')
    const lines = source.trimEnd().split('\n').length
    const raw = PLAIN_TEXT.test(path) ? [] : [...source.matchAll(RAW)].map(([, code]) => code!.trim())
    const markup = source.replace(/<%[\s\S]*?%>/g, '').replace(PARTIAL, '')
    const faults = MARKUP.filter(
      ([pattern, what]) => pattern.test(markup) && !(MAIL.test(path) && / style /.test(what)),
    )
    return [
      ...(INPUTS.test(source) ? [] : ['its first line names its inputs']),
      ...(isFragment && lines > LONGEST_FRAGMENT
        ? [`${lines} lines, a fragment has at most ${LONGEST_FRAGMENT}`]
        : []),
      ...(isFragment && /\blayout\(/.test(codeIn(source)) ? ['a fragment has no layout'] : []),
      ...(/isHtmx/.test(source) ? ['a template does not ask for htmx'] : []),
      ...raw.filter((code) => !MAY_BE_RAW.test(code)).map((code) => `<%~ ${code} %> is not escaped`),
      ...faults.map(([, what]) => what),
    ].map((what) => `${path}: ${what}`)
  })
}

/** Folders of views without a module, templates that nobody names, and names without a template. */
export function strayTemplates(templates: Tree, sources: Tree): string[] {
  const modules = new Set([...sources.keys()].map(homeOf))
  const there = new Set([...templates.keys()].map((path) => path.slice('views/'.length, -'.eta'.length)))
  const folders = new Set([...there].map((name) => name.split('/')[0]!))
  const named = [...namesIn(sources, RENDERED, (source) => source), ...namesIn(templates, INCLUDED, codeIn)]
  const texts = [...sources.values()].flatMap((source) => scan(source).strings)
  const names = new Set([...named.map(([, name]) => name), ...texts])
  return [
    ...[...folders]
      .filter((folder) => !COMMON.includes(folder) && !modules.has(folder))
      .map((folder) => `views/${folder}/: there is no module of that name`),
    ...[...there]
      .filter((name) => !names.has(name))
      .map((name) => `views/${name}.eta: nobody shows or includes it`),
    ...named
      .filter(([, name]) => !there.has(name))
      .map(([path, name]) => `${path}: there is no views/${name}.eta`),
  ]
}

function namesIn(
  tree: Tree,
  pattern: RegExp,
  codeOf: (source: string) => string,
): [path: string, name: string][] {
  return [...tree].flatMap(([path, source]) =>
    [...scan(codeOf(source)).uncommented.matchAll(pattern)].map(([, first, second]): [string, string] => [
      path,
      (first ?? second)!,
    ]),
  )
}
