import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../support/house/tree.ts'
import { certificateOfOurs } from '../support/services/certificate.ts'
import { findProgram } from '../support/services/programs.ts'
import { choosePorts, inventoryOf, type Ports, secrets } from './ansible-inventory.ts'
import { type Machine, makeDebian, makeMachine, play } from './ansible-machine.ts'

const run = promisify(execFile)
const ansible = join(root, 'ansible')
/** It takes minutes, root, and a mirror of Debian. */
const really =
  process.env.THOROUGH &&
  process.getuid?.() === 0 &&
  ['debootstrap', 'ansible-playbook'].every((name) => findProgram(name))
describe.skipIf(!really)('really run, on machines that are folders', () => {
  const stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'machines-'))
  const inventory = join(folder, 'inventory.yml')
  const bundle = join(folder, 'purveyor.zip')
  let certificate: ReturnType<typeof certificateOfOurs>
  let machines: Record<'image' | 'operations' | 'server', Machine>
  let ports: Ports

  beforeAll(async () => {
    // What is still mounted, should that be, is another's.
    stack.defer(() => run('rm', ['-rf', '--one-file-system', folder]).then(() => {}))
    const debian = join(folder, 'debian')
    const node = `node-linux-${process.arch}@${manifest.devDependencies.node}`
    await Promise.all([
      makeDebian(debian),
      run(process.execPath, [join(root, 'src/commands/bundle.ts'), bundle]),
      run('npm', ['pack', node, '--pack-destination', folder]),
    ])
    const machine = async (name: string) => stack.use(await makeMachine(debian, join(folder, name)))
    machines = {
      image: await machine('image'),
      operations: await machine('operations'),
      server: await machine('server'),
    }
    stack.defer(() => machines.server.runs('sh', '-c', 'pg_ctlcluster 15 main stop || true').then(() => {}))
    certificate = certificateOfOurs()
    cpSync(certificate.folder, join(machines.server.folder, 'etc/certificate'), { recursive: true })
    ports = await choosePorts()
    const files = { shop_bundle: bundle, shop_node_archive: join(folder, `${node.replace('@', '-')}.tgz`) }
    writeFileSync(inventory, JSON.stringify(inventoryOf(machines, ports, files)))
  }, 600_000)
  afterAll(() => stack.disposeAsync(), 300_000)

  test.each([
    ['redis_password is missing or weak', { redis_password: 'short' }],
    ['shop_settings lacks SESSION_SECRET, OIDC_ISSUER', { shop_settings: { BASE_URL: 'https://localhost' } }],
    ['names no file on this computer', { shop_bundle: '/nowhere.zip' }],
    ['There is no certificate at /nowhere.pem', { nginx_certificate: '/nowhere.pem' }],
  ])('before anything is touched, it says: … %s …', async (sentence, given) => {
    const asked = play(ansible, 'single-server.yml', inventory, '-e', JSON.stringify(given))
    await expect(asked).rejects.toThrow(sentence)
    await expect(asked).rejects.toThrow('changed=0')
  })

  test.each(['baseline.yml', 'single-server.yml', 'operations.yml'])(
    '%s does its work once, says no secret, and finds nothing to do after that',
    async (playbook) => {
      const first = await play(ansible, playbook, inventory, '--diff')
      expect(first.changed).toBeGreaterThan(5)
      for (const word of Object.values(secrets)) expect(first.said).not.toContain(word)
      expect(await play(ansible, playbook, inventory)).toMatchObject({ changed: 0 })
      expect(await play(ansible, playbook, inventory, '--check', '--diff')).toMatchObject({ changed: 0 })
    },
    600_000,
  )

  test('an image lets nobody in with a password, keeps itself up to date, and tells CloudWatch', async () => {
    const { image } = machines
    expect(await image.runs('sshd', '-T')).toMatch(/^passwordauthentication no$/m)
    expect(await image.runs('apt-config', 'dump', 'APT::Periodic')).toContain('Unattended-Upgrade "1"')
    const told = JSON.parse(
      image.read('opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.d/purveyor.json'),
    )
    expect(told.logs.metrics_collected).toHaveProperty('emf')
  })

  test('the operators’ machine takes keys alone, and the shop’s own commands reach the database', async () => {
    const { operations } = machines
    expect(await operations.runs('sshd', '-T')).toMatch(/^passwordauthentication no$/m)
    expect(await operations.runs('purveyor', 'verify')).toMatch(/All \d+ invariants hold/)
  })

  test('systemd understands the units, and starts them with the machine', async () => {
    const { server } = machines
    const ours = ['purveyor-web.service', 'purveyor-worker.service', 'purveyor-backup.timer']
    for (const unit of [...ours, 'purveyor-backup.service', 'purveyor-backup-failed.service'])
      expect(await server.runs('systemd-analyze', 'verify', `/etc/systemd/system/${unit}`)).toBe('')
    for (const unit of [
      ...ours,
      'nginx.service',
      'postgresql.service',
      'redis-server.service',
      'nftables.service',
    ])
      expect(await server.runs('systemctl', 'is-enabled', unit)).toContain('enabled')
    for (const unit of ours.slice(0, 2)) await server.runs(...exposed, `/etc/systemd/system/${unit}`)
  })

  test('secrets are to be read by root alone', () => {
    for (const file of ['settings', 'backup'])
      expect(statSync(join(machines.server.folder, 'etc/purveyor', file)).mode & 0o777).toBe(0o600)
    expect(statSync(join(machines.server.folder, 'etc/redis/purveyor.conf')).mode & 0o007).toBe(0)
  })

  test('the shop is open to who comes encrypted and by its name, and goes when it is told', async () => {
    await using processes = new AsyncDisposableStack()
    const { server } = machines
    const starts = async (...given: Parameters<Machine['starts']>) =>
      processes.defer(await server.starts(...given))
    const redisInSight = (command: string) =>
      command.replace('--supervised systemd', "--supervised no --logfile ''")
    await starts('lib/systemd/system/redis-server.service', /Ready to accept/, redisInSight)
    await starts('etc/systemd/system/purveyor-web.service', /the shop is open/)
    await starts('etc/systemd/system/purveyor-worker.service', /the worker works/)
    const nginxInSight = (command: string) =>
      command.replace('daemon on', 'error_log stderr notice; daemon off')
    await starts('lib/systemd/system/nginx.service', /start worker process/, nginxInSight)

    expect(await ready(ports.https, certificate.certificate)).toMatchObject({
      ready: true,
      redis: true,
      database: true,
    })
    await expect(ready(ports.https, certificate.certificate, 'elsewhere.example')).rejects.toThrow(
      /unrecognized name/,
    )
    const plain = await fetch(`http://localhost:${ports.http}/basket?a=b`, { redirect: 'manual' })
    expect(plain.status).toBe(301)
    expect(plain.headers.get('location')).toBe('https://localhost/basket?a=b')
  })

  test('a backup is whole, and can be restored', async () => {
    const { server } = machines
    const goods = 'Handle,Title,Variant SKU,Variant Price\ncup,Cup of ours,CUP,10\n'
    writeFileSync(join(server.folder, 'tmp/goods.csv'), goods)
    await server.runs('purveyor', 'import', 'catalogue', '/tmp/goods.csv')
    writeFileSync(join(server.folder, 'var/lib/purveyor/picture'), 'of a cup')
    const made = (await server.runs('purveyor-backup')).trim()
    expect(readdirSync(join(server.folder, 'srv', basename(made)))).toEqual(['database.dump', 'files.tar.gz'])

    const at = `--port=${ports.postgresql}`
    await server.runs('runuser', '-u', 'postgres', '--', 'createdb', at, '--owner=purveyor', 'restored')
    const restore = `runuser -u postgres -- pg_restore ${at} --exit-on-error --dbname=restored < ${made}/database.dump`
    await server.runs('sh', '-c', restore)
    const held = async (database: string) =>
      (await server.runs('runuser', '-u', 'postgres', '--', 'pg_dump', at, '--data-only', database))
        .split('\n')
        .filter((line) => !/^\\(un)?restrict/.test(line))
        .sort()
    expect(await held('restored')).toEqual(await held('purveyor'))
    expect((await held('restored')).join('\n')).toContain('Cup of ours')
    expect(await server.runs('tar', '-xzOf', `${made}/files.tar.gz`, './picture')).toBe('of a cup')
  })

  test('a new version comes beside the old one, and the old one comes back', async () => {
    const newer = join(folder, 'newer.zip')
    cpSync(bundle, newer)
    await run('python3', [
      '-c',
      `import zipfile; zipfile.ZipFile('${newer}', 'a').writestr('dist/NEWER', '')`,
    ])
    const releases = join(machines.server.folder, 'opt/purveyor/releases')
    const isNewer = () =>
      machines.server.runs('sh', '-c', 'test -f /opt/purveyor/current/dist/NEWER && echo yes || echo no')
    await play(ansible, 'single-server.yml', inventory, '-e', `shop_bundle=${newer}`)
    expect(await isNewer()).toBe('yes\n')
    await play(ansible, 'single-server.yml', inventory)
    expect(await isNewer()).toBe('no\n')
    expect(readdirSync(releases)).toHaveLength(2)
  }, 600_000)
})

/** Asks systemd how much of the system a unit could reach, from 0 to 100; fails above this. */
const exposed = ['systemd-analyze', 'security', '--offline=yes', '--threshold=25']

/** What the shop says of itself, to somebody who asks nginx for it by a name. */
function ready(port: number, ca: string, servername = 'localhost'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const options = { ca: readFileSync(ca), servername }
    get(`https://localhost:${port}/health/ready`, options, (answer) => resolve(json(answer))).once(
      'error',
      reject,
    )
  })
}
