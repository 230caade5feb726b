import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { zipFolder } from './bundle/zip-folder.ts'

const usage = `Usage: npm run bundle [-- FILE.zip]

Makes the one file that Elastic Beanstalk deploys: what was built, the packages that it needs, templates, styles, the
schema and how to start it. Nothing is installed or built where it runs.`

const root = join(import.meta.dirname, '../..')
/** What lies beside the built program as it is. */
const ASSETS = ['views', 'public', 'migrations', 'package.json', 'package-lock.json']

/** Which processes run on each machine. */
const PROCESSES = 'web: node dist/server.js\nworker: node dist/worker.js\n'

const file = readArguments()
if (file) await bundle(resolve(file))
else {
  console.error(usage)
  process.exitCode = 1
}

async function bundle(to: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-bundle-'))
  try {
    const run = (command: string, ...given: string[]) =>
      execFileSync(command, given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    run('tsc', '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist'))
    for (const asset of ASSETS) cpSync(join(root, asset), join(folder, asset), { recursive: true })
    cpSync(join(import.meta.dirname, 'bundle/files'), folder, { recursive: true })
    writeFileSync(join(folder, 'Procfile'), PROCESSES)
    run('npm', 'ci', '--prefix', folder, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund')
    const { files, bytes } = await zipFolder(folder, to)
    console.log(`${to}: ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MiB.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readArguments(): string | undefined {
  try {
    const { positionals } = parseArgs({ allowPositionals: true })
    return positionals.length > 1 ? undefined : (positionals[0] ?? 'purveyor.zip')
  } catch {
    return undefined
  }
}
