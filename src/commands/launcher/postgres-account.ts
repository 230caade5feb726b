import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from './refusal.ts'
import { runTool } from './tool.ts'

const NAME = 'postgres'
const EVERYBODY_MAY_PASS = 0o001

/** On whose behalf PostgreSQL's programs run. */
export interface Account {
  owner?: { uid: number; gid: number }
  run: (program: string, args: string[]) => ReturnType<typeof runTool>
}

/**
 * PostgreSQL refuses to run as root. Everybody else runs it as themselves; root runs it as the system user
 * `postgres`, which is made when it is missing.
 * @param paths What that user must reach.
 * @throws Refusal when it cannot be made, or cannot reach the paths.
 */
export async function postgresAccount(paths: string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { run: (program, args) => runTool(program, args) }
  const owner = (await findUser()) ?? (await makeUser())
  const closed = paths.map(closedFolderAbove).find((folder) => folder !== undefined)
  if (!closed) return { owner, run: (program, args) => runTool(program, args, owner) }
  if (!existsSync('/usr/bin/setpriv')) throw new Refusal(isClosed(closed))
  return {
    owner,
    run: (program, args) => runTool('/usr/bin/setpriv', [...passingClosedFolders(owner), program, ...args]),
  }
}

async function findUser() {
  const [uid, gid] = await Promise.all([runTool('id', ['-u', NAME]), runTool('id', ['-g', NAME])])
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.words), gid: Number(gid.words) } : undefined
}

async function makeUser() {
  const home = ['--home-dir', '/var/lib/postgresql', '--no-create-home', '--shell', '/usr/sbin/nologin']
  const made = await runTool('useradd', ['--system', '--user-group', ...home, NAME])
  const owner = await findUser()
  if (owner) return owner
  throw new Refusal(`PostgreSQL does not run as root, and the user ${NAME} could not be made: ${made.words}
Start the shop as a plain user, or set DATABASE_URL to a PostgreSQL that runs already.`)
}

function closedFolderAbove(path: string): string | undefined {
  const above = dirname(path)
  if (existsSync(above) && !(statSync(above).mode & EVERYBODY_MAY_PASS)) return above
  return above === path ? undefined : closedFolderAbove(above)
}

/**
 * A checkout in root's own home lies behind a folder of mode 700. The one capability to pass such folders goes along;
 * without `no_setuid_fixup` it would not count in access(2), which PostgreSQL asks before it starts.
 */
function passingClosedFolders({ uid, gid }: { uid: number; gid: number }): string[] {
  return [
    ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
    ...['--bounding-set=-all,+dac_override', '--inh-caps=-all,+dac_override', '--ambient-caps=+dac_override'],
  ]
}

function isClosed(folder: string): string {
  return `PostgreSQL does not run as root but as the user ${NAME}, and ${folder} is closed to that user.
Move the project to a folder that everybody may enter (such as /srv), start it as a plain user, or set DATABASE_URL.`
}
