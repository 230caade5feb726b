import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startServer } from '../support/services/server.ts'

const run = promisify(execFile)
const PATH_WITHIN = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const INCLUDED = 'python3,python3-apt,sudo,systemd-sysv,openssh-server'

/** Debian as it is before anybody has done anything to it, in a folder. */
export async function makeDebian(folder: string): Promise<void> {
  await run('debootstrap', ['--variant=minbase', `--include=${INCLUDED}`, 'bookworm', folder])
  // Packages come by the way on which they come to this machine, and start nothing.
  const { stdout } = await run('apt-config', ['dump', 'Acquire'])
  writeFileSync(join(folder, 'etc/apt/apt.conf.d/90acquire'), stdout)
  writeFileSync(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 })
}

export type Machine = Awaited<ReturnType<typeof makeMachine>>

/** A machine of its own but for kernel, network and processes: a copy of Debian that thinks it is all there is. */
export async function makeMachine(debian: string, folder: string) {
  await run('cp', ['-a', debian, folder])
  const processes = join(folder, 'proc')
  await run('mount', ['-t', 'proc', 'proc', processes])
  const within = (...command: string[]) => [folder, 'env', '-i', `PATH=${PATH_WITHIN}`, ...command]
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return {
    folder,
    read,
    async runs(...command: string[]): Promise<string> {
      const { stdout, stderr } = await run('chroot', within(...command), { maxBuffer: 64 * 2 ** 20 })
      return stdout + stderr
    },
    /** Starts what a unit starts: its command, as its user, where and with the settings that it says. */
    starts(
      unit: string,
      ready: RegExp,
      inSight = (command: string) => command,
    ): Promise<() => Promise<void>> {
      const said = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(read(unit))?.[1]
      const [settings, user = 'root', place = '/'] = ['EnvironmentFile', 'User', 'WorkingDirectory'].map(said)
      const script = [
        ...(settings ? [`set -a; . ${settings}; set +a`] : []),
        `cd ${place}`,
        `exec setpriv --reuid=${user} --regid=${user} --clear-groups ${inSight(said('ExecStart')!)}`,
      ]
      const args = within('sh', '-ec', script.join('\n'))
      return startServer({ command: 'chroot', args, ready, stopBy: 'SIGTERM' })
    },
    [Symbol.dispose]: () => void execFileSync('umount', [processes]),
  }
}

/**
 * Runs a playbook.
 * @returns how many tasks were done, how many of them changed something, and all that was said.
 * @throws Error with its last words when something fails.
 */
export async function play(ansible: string, playbook: string, inventory: string, ...options: string[]) {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, LC_ALL: 'C.UTF-8', ANSIBLE_CONFIG: join(ansible, 'ansible.cfg') }
  const given = ['-i', inventory, join(ansible, playbook), ...options]
  const { stdout } = await run('ansible-playbook', given, { cwd: ansible, env, maxBuffer: 2 ** 26 }).catch(
    (error) => Promise.reject(new Error(`${playbook}:\n${`${error.stdout}${error.stderr}`.slice(-3_000)}`)),
  )
  const [, ok, changed] = /ok=(\d+) +changed=(\d+) +unreachable=0 +failed=0/.exec(stdout)!
  return { ok: Number(ok), changed: Number(changed), said: stdout }
}
