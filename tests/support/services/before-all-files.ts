import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePorts, PORTS_EACH } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import { createTemplate } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
    redis: string
    folder: string
    firstPort: number
  }
}

/** Once before all test files: PostgreSQL and Redis where none are given, and the database that all others are copied from. */
export default async function beforeAllFiles(project: TestProject): Promise<() => Promise<void>> {
  const postgres = process.env.DATABASE_URL ? undefined : await startPostgres()
  const redis = process.env.REDIS_URL ? undefined : await startRedis()
  const folder = mkdtempSync(join(tmpdir(), 'purveyor-tests-'))
  const server = postgres?.url ?? process.env.DATABASE_URL!
  await createTemplate(server)
  project.provide('postgres', server)
  project.provide('redis', redis?.url ?? process.env.REDIS_URL!)
  project.provide('folder', folder)
  project.provide('firstPort', await freePorts(PORTS_EACH * (project.config.maxWorkers + 1)))
  return async () => {
    await Promise.all([postgres?.stop(), redis?.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}
