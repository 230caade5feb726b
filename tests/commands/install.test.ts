import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const locked = {
  '': {},
  'node_modules/eta': { version: '4.6.0' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
}
const installed = { 'node_modules/eta': { version: '4.6.0' } }

describe('what npm runs before start and test', () => {
  let project: string

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'purveyor-install-'))
    write('package-lock.json', JSON.stringify({ packages: locked }))
    mkdirSync(join(project, 'src/commands'), { recursive: true })
    copyFileSync('src/commands/install.mjs', join(project, 'src/commands/install.mjs'))
    npmThat('mkdir -p node_modules/node/bin; touch node_modules/node/bin/node')
  })

  afterEach(() => rmSync(project, { recursive: true }))

  test('installs the locked packages in a fresh clone, and says why', () => {
    expect(run()).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/the packages are not installed yet.*\nnpm ci --include=dev/s),
    })
  })

  test('does nothing when everything is there but what only other platforms need', () => {
    install(installed)
    expect(run()).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  test('installs when the lock file asks for another version', () => {
    install({ 'node_modules/eta': { version: '4.5.0' } })
    expect(run().stdout).toContain('package-lock.json asks for another eta')
  })

  test('installs when a package is there that the lock file no longer names', () => {
    install({ ...installed, 'node_modules/left-over': { version: '1.0.0' } })
    expect(run().stdout).toContain('package-lock.json asks for another left-over')
  })

  test('says what to do when npm cannot install', () => {
    npmThat('exit 1')
    expect(run()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Is the npm registry reachable?'),
    })
  })

  test('says so when npm may not run the script that brings Node', () => {
    npmThat('exit 0')
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('is ignore-scripts set?') })
  })

  function run() {
    const PATH = `${join(project, 'bin')}:${process.env.PATH}`
    const script = join(project, 'src/commands/install.mjs')
    return spawnSync(process.execPath, [script], { env: { ...process.env, PATH }, encoding: 'utf8' })
  }

  function npmThat(does: string) {
    write('bin/npm', `#!/bin/sh\necho npm "$@"\n${does}\n`)
    chmodSync(join(project, 'bin/npm'), 0o755)
  }

  function install(packages: object) {
    write('node_modules/.package-lock.json', JSON.stringify({ packages }))
    write('node_modules/node/bin/node', '')
  }

  function write(path: string, text: string) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
})
