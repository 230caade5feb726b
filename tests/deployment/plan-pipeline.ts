import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'
import type { Planned } from './plan.ts'

interface Spec {
  phases: { build: { commands: string[] } }
}

/** Says what it was asked for, writes the page down, and fails for one address. */
const CURL = `#!/bin/bash
for each in "$@"; do
  if [ "$last" = --output ]; then printf '%s' "$PAGE" > "$each"; fi
  last=$each
done
echo "asked $last"
if [ "\${last#https://*/}" = "\${FAILS-nothing}" ]; then exit 22; fi
`

/** What each project of the pipeline's runs that has no file of its own for it. */
export function scriptsIn(plan: Planned[]): Map<string, string> {
  const projects = plan.filter(({ type }) => type === 'aws_codebuild_project')
  return new Map(
    projects.flatMap(({ known }) => {
      const { buildspec } = (known.source as { buildspec: string }[])[0]!
      const spec = parse(buildspec) as Spec | string
      return typeof spec === 'string'
        ? []
        : [[String(known.name).split('-').at(-1)!, spec.phases.build.commands.join('\n')]]
    }),
  )
}

/** Runs the script that looks at a shop, against one that shows `page` and fails at the path `fails`. */
export function lookAt(script: string, page: string, fails?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'smoke-'))
  try {
    writeFileSync(join(folder, 'curl'), CURL)
    chmodSync(join(folder, 'curl'), 0o755)
    const path = `${folder}${delimiter}${process.env.PATH}`
    const { status, stdout } = spawnSync('bash', ['-c', script], {
      cwd: folder,
      env: {
        PATH: path,
        DOMAIN: 'shop.example.com',
        PAGE: page,
        ...(fails === undefined ? {} : { FAILS: fails }),
      },
      encoding: 'utf8',
    })
    const asked = [...stdout.matchAll(/^asked https:\/\/shop\.example\.com(\S+)$/gm)].map(([, at]) => at)
    return { passed: status === 0, asked }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What bash objects to; empty where it can read the script. */
export function objectionsTo(script: string): string {
  return spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr
}

/** What is built for machines and functions: the commands, and the folder that is handed on. */
export function buildspecAt(path: string) {
  const spec = parse(readFileSync(path, 'utf8')) as Spec & { artifacts: { 'base-directory': string } }
  return { commands: spec.phases.build.commands, folder: spec.artifacts['base-directory'] }
}
