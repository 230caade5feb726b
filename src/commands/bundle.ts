import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { zipFolder } from './bundle/zip-folder.ts'

const usage = `Usage: npm run bundle [-- FILE.zip] [--cpu arm64|x64]

Makes the one file that Elastic Beanstalk deploys: what was built, the packages that it needs, templates, styles, the
schema and how to start it. Nothing is installed or built where it runs, which is on Linux, on machines of the make
that --cpu names (of this one's by itself).`

const root = join(import.meta.dirname, '../..')
/** What lies beside the built program as it is. */
const ASSETS = ['views', 'public', 'migrations', 'package.json', 'package-lock.json']

/** The makes of machines for which the packages have programs. */
const CPUS = new Set(['arm64', 'x64'])

/** Which processes run on each machine. */
const PROCESSES = 'web: node dist/server.js\nworker: node dist/worker.js\n'

const asked = readArguments()
if (asked) await bundle(asked)
else {
  console.error(usage)
  process.exitCode = 1
}

async function bundle({ to, cpu }: { to: string; cpu: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-bundle-'))
  try {
    const run = (command: string, ...given: string[]) =>
      execFileSync(command, given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    run('tsc', '-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist'))
    for (const asset of ASSETS) cpSync(join(root, asset), join(folder, asset), { recursive: true })
    cpSync(join(import.meta.dirname, 'bundle/files'), folder, { recursive: true })
    writeFileSync(join(folder, 'Procfile'), PROCESSES)
    run(
      'npm',
      'ci',
      '--prefix',
      folder,
      '--omit=dev',
      '--ignore-scripts',
      '--os=linux',
      '--libc=glibc',
      `--cpu=${cpu}`,
    )
    const { files, bytes } = await zipFolder(folder, to)
    console.log(`${to}: ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MiB.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readArguments(): { to: string; cpu: string } | undefined {
  try {
    const options = { cpu: { type: 'string', default: process.arch } } as const
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    const [file = 'purveyor.zip', ...more] = positionals
    return more.length > 0 || !CPUS.has(values.cpu) ? undefined : { to: resolve(file), cpu: values.cpu }
  } catch {
    return undefined
  }
}
