import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { inject } from 'vitest'
import { PORTS_EACH } from './ports.ts'
import { copyTemplate } from './template-database.ts'

// Each test file has a fresh database, Redis database, data folder and ports of its own. This runs before the file
// is loaded, and so before the settings are read.
const place = Number(process.env.VITEST_POOL_ID)
const folder = join(inject('folder'), String(place))
const redis = new URL(`/${place}`, inject('redis')).href

process.env.NODE_ENV = 'test'
process.env.LOG_LEVEL = 'silent'
process.env.PORT = String(inject('firstPort') + PORTS_EACH * place)
process.env.BASE_URL = `http://127.0.0.1:${process.env.PORT}`
process.env.DATA_DIR = folder
process.env.DATABASE_URL = await copyTemplate(inject('postgres'), `purveyor_test_${place}`)
process.env.REDIS_URL = redis

rmSync(folder, { recursive: true, force: true })
const client = new Redis(redis)
await client.flushdb()
client.disconnect()
