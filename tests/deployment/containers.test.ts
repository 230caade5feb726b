import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DockerfileParser } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settings } from '../../src/platform/config.ts'
import { root } from '../support/house/tree.ts'

interface Service {
  image?: string
  build?: { target: string }
  environment?: Record<string, string>
  ports?: string[]
  network_mode?: string
  depends_on?: Record<string, { condition: string }>
  healthcheck?: object
}

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')
const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>
}
const composes = spawnSync('docker-compose', ['--version']).status === 0
const built = Object.entries(services).filter(([, { build }]) => build)
const isOfAmazons = (name: string) =>
  /^AWS_(REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|ENDPOINT_URL_\w+)$/.test(name)

describe('the Dockerfile', () => {
  test('has nothing that its own checker objects to', () => {
    expect(validate(dockerfile)).toEqual([])
  })

  test('makes images of a shop that is nobody of importance, and says how it is', () => {
    expect(userOf('web')).toBe('node')
    expect(userOf('worker')).toBe('node')
    expect(userOf('demo')).toBe('node')
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\/health\/live/m)
  })

  test('puts no sandbox and no package for development into what runs in production', () => {
    for (const target of ['web', 'worker', 'recommender']) expect(stagesUnder(target)).not.toContain('build')
    expect(dockerfile).toMatch(/COPY --from=packages \/shop\/node_modules/)
  })
})

describe('docker compose', () => {
  test('builds targets that there are, and takes others’ images in a version', () => {
    for (const [, { build }] of built) expect(stages().has(build!.target)).toBe(true)
    for (const { image } of Object.values(services)) if (image) expect(image).toMatch(/^[a-z]+:\d+/)
  })

  test.skipIf(!composes)('is understood by its own program, and nonsense is not', () => {
    const asked = (file: string) =>
      spawnSync('docker-compose', ['-f', file, 'config', '-q'], {
        cwd: root,
        input: 'services: { web: { imagine: 1 } }',
      })
    expect(asked('docker-compose.yml').status).toBe(0)
    expect(asked('-').status).not.toBe(0)
  })

  test('names settings of the shop alone', () => {
    for (const [, { environment = {} }] of built)
      expect(
        Object.keys(environment).filter((name) => !(name in settings.shape || isOfAmazons(name))),
      ).toEqual([])
  })

  test('is open to this machine alone', () => {
    const ports = Object.values(services).flatMap(({ ports = [] }) => ports)
    expect(ports.length).toBeGreaterThan(0)
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
  })

  test('opens the shop once the goods are there, with the sandbox where a browser finds it', () => {
    for (const name of ['web', 'worker']) {
      expect(services[name]!.network_mode).toBe('service:sandbox')
      expect(services[name]!.depends_on).toMatchObject({
        prepare: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      })
    }
    expect(services.prepare!.depends_on!.postgres).toEqual({ condition: 'service_healthy' })
    for (const name of ['postgres', 'redis']) expect(services[name]!.healthcheck).toBeDefined()
  })
})

/** The stages by name: what each stands on, and who it runs as if it says so. */
function stages() {
  const found = new Map<string, { from: string; user: string | undefined }>()
  let name = ''
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    const words = instruction.getArguments().map((word) => word.getValue())
    if (instruction.getKeyword() === 'FROM') {
      name = words[2]!
      found.set(name, { from: words[0]!, user: undefined })
    }
    if (instruction.getKeyword() === 'USER') found.get(name)!.user = words[0]
  }
  return found
}

function stagesUnder(target: string): string[] {
  const stage = stages().get(target)
  return stage ? [target, ...stagesUnder(stage.from)] : []
}

const userOf = (target: string) =>
  stagesUnder(target)
    .map((name) => stages().get(name)!.user)
    .find(Boolean)
