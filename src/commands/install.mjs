// Brings node_modules in line with package-lock.json before other scripts run.
// Plain JavaScript: this is the one file that a machine's own, older Node must be able to read.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const modules = join(root, 'node_modules')

const reason = whyInstall()
if (reason) install(reason)

function whyInstall() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(join(modules, '.package-lock.json'))
  if (!installed) return 'the packages are not installed yet'
  if (!existsSync(nodeBinary())) return 'the Node that this project brings is missing'
  const changed = Object.keys(wanted ?? {}).find((path) => path && differs(wanted[path], installed[path]))
  const stray = Object.keys(installed).find((path) => !wanted?.[path])
  return (changed ?? stray) && `package-lock.json asks for another ${name(changed ?? stray)}`
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm leaves out what another platform needs; everything else must be there in the same version. */
function differs(wanted, installed) {
  if (!installed) return !(wanted.optional || wanted.devOptional || wanted.os || wanted.cpu)
  return wanted.version !== installed.version || wanted.integrity !== installed.integrity
}

function name(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function nodeBinary() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function install(why) {
  console.log(`Installing packages: ${why}. This takes about half a minute.`)
  const options = ['--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  const npm = spawnSync('npm', ['ci', ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: pathWithoutOwnNode() },
  })
  if (npm.error) fail(`npm could not be started (${npm.error.message}).`)
  if (npm.signal) process.exit(130)
  if (npm.status !== 0)
    fail('npm could not install the packages; its own words stand above. Is the npm registry reachable?')
  if (!existsSync(nodeBinary()))
    fail("npm did not run the packages' install scripts (is ignore-scripts set?), so Node 24 is missing.")
}

/** `npm ci` deletes node_modules first, so npm must not run on the Node that lies in there. */
function pathWithoutOwnNode() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.endsWith(join('node_modules', '.bin'))).join(delimiter)
}

function fail(sentence) {
  console.error(`\n${sentence}\nThen try again.`)
  process.exit(1)
}
