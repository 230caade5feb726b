import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, findPostgres, findProgram } from './programs.ts'

const APT = '/usr/bin/apt-get'

const NEEDS = [
  { what: 'PostgreSQL 15 or newer', debian: 'postgresql', found: () => findPostgres() },
  { what: 'Redis 7 or newer', debian: 'redis-server', found: () => findProgram('redis-server') },
  { what: 'OpenSSL', debian: 'openssl', found: () => findProgram('openssl') },
  { what: 'Chromium', debian: 'chromium', found: () => findChromium() },
  { what: 'the Liberation fonts', debian: 'fonts-liberation', found: hasFonts },
  { what: 'Java (for the HTML checker)', debian: 'default-jre-headless', found: () => findProgram('java') },
  { what: 'Lynx (a text browser)', debian: 'lynx', found: () => findProgram('lynx') },
]

/**
 * Makes sure that the programs the tests need are there. Installs them as root on Debian.
 * @throws Error that says what to install, or what apt said.
 */
export function installPrograms(): void {
  const missing = NEEDS.filter((need) => !need.found())
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync(APT)) {
    throw new Error(`Please install ${missing.map((need) => need.what).join(', ')}, then try again.`)
  }
  const packages = missing.map((need) => need.debian)
  console.log(`Installing ${packages.join(', ')} with apt …`)
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...packages)
}

function hasFonts(): boolean {
  return !existsSync(APT) || existsSync('/usr/share/fonts/truetype/liberation')
}

function apt(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(APT, ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`)
}
