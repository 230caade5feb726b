import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { config } from '../../src/platform/config.ts'
import { root } from '../support/house/tree.ts'
import { paysOn, runningSandbox, until } from '../support/running-shop.ts'
import { openShop, products } from '../support/shop.ts'
import { goesToReview, shopperAt } from '../support/shopper.ts'

/**
 * Buildah makes images and runs them without an engine. It takes minutes, so that it is done where thoroughness is asked for.
 * `NODE_IMAGE` names the image to build on, where that of the Dockerfile cannot be had.
 */
const isBuilt = process.env.THOROUGH === 'yes' && spawnSync('buildah', ['--version']).status === 0
const base = process.env.NODE_IMAGE
const NODE_USER = 1000
const BUILT_WITHIN_MS = 900_000
const engine = { ...process.env, STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' }
const buildah = (...given: string[]) =>
  execFileSync('buildah', given, {
    cwd: root,
    env: engine,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

describe.skipIf(!isBuilt)('the images', () => {
  const containers: string[] = []
  const running: ChildProcess[] = []
  let sandbox: Awaited<ReturnType<typeof runningSandbox>>
  beforeAll(async () => {
    await openShop()
    sandbox = await runningSandbox()
    const on = base ? ['--pull-never', '--build-arg', `NODE_IMAGE=${base}`] : []
    for (const target of ['web', 'worker'])
      buildah('bud', '--layers', ...on, '--target', target, '-t', `purveyor-test-${target}`, '.')
  }, BUILT_WITHIN_MS)
  afterAll(async () => {
    for (const { pid } of running) process.kill(-pid!, 'SIGKILL')
    for (const container of containers) buildah('rm', container)
    await sandbox.close()
  }, 60_000)

  /** Runs what an image runs by itself, with the settings of this test. */
  function runs(target: string): ChildProcess {
    const container = buildah('from', '--pull-never', `localhost/purveyor-test-${target}`).trim()
    containers.push(container)
    const about = JSON.parse(buildah('inspect', container)).OCIv1.config as { Cmd: string[]; User: string }
    const settings = {
      ...{ NODE_ENV: 'development', PORT: config.port, BASE_URL: config.baseUrl, LOG_LEVEL: 'warn' },
      ...{ DATABASE_URL: config.databaseUrl, REDIS_URL: config.redisUrl, SMTP_URL: config.mail.smtpUrl },
      ...{ STRIPE_API_BASE: config.stripe.apiBase, OIDC_ISSUER: config.identity.issuer },
    }
    const named = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    const given = [
      'run',
      '--isolation',
      'chroot',
      '--user',
      about.User,
      ...named,
      container,
      '--',
      ...about.Cmd,
    ]
    const child = spawn('buildah', given, { env: engine, detached: true, stdio: 'ignore' })
    running.push(child)
    return child
  }

  test('are a shop in which somebody buys, pays and is written to, run by nobody of importance', async () => {
    runs('web')
    runs('worker')
    const isOpen = () =>
      fetch(`${config.baseUrl}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    await until('the shop is open', isOpen, 90)
    for (const program of ['dist/server.js', 'dist/worker.js']) expect(userOf(program)).toBe(NODE_USER)
    const shopper = shopperAt(config.baseUrl)
    await shopper.adds(products.mug)
    const review = await goesToReview(shopper, 'card', 'asha@example.com')
    const payment = await shopper.presses(review, 'Place order and pay')
    await paysOn(payment.address)
    const written = async () => {
      const mails = await (await fetch(`${sandbox.url}/outbox.json?to=asha@example.com`)).json()
      return (mails as { subject: string }[]).some(({ subject }) => /^Order P-\d+ placed/.test(subject))
    }
    await until('the shopper is written to', written, 60)
  }, 240_000)
})

/** As whom the newest process of a program runs. */
function userOf(program: string): number {
  const pid = execFileSync('pgrep', ['-n', '-f', `${program}$`], { encoding: 'utf8' }).trim()
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])
}
