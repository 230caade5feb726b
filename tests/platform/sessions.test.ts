import session from 'express-session'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { createCache } from '../../src/platform/cache.ts'
import { redisCacheStore } from '../../src/platform/cache-in-redis.ts'
import { config } from '../../src/platform/config.ts'
import { rows } from '../../src/platform/database.ts'
import { connectRedis } from '../../src/platform/redis.ts'
import { createSessionStore, sessionOf, sessions } from '../../src/platform/sessions.ts'
import { listening, silence } from '../support/house/listening.ts'
import { smallApp } from '../support/house/small-app.ts'

declare module 'express-session' {
  interface SessionData {
    word: string
  }
}

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

const deps = createDeps()
stack.defer(deps.close)

/** A shop of two addresses: one keeps a word in the session, the other says which. */
function keeper(store: session.Store) {
  const visits: string[] = []
  const app = smallApp((routes) => {
    routes.use(sessions(store))
    routes.post('/word/:word', (req, res) => {
      sessionOf(req).word = req.params.word
      res.redirect(303, '/word')
    })
    routes.get('/word', (req, res) => res.send(req.session?.word ?? 'nothing'))
    routes.use((req, _res, next) => {
      visits.push(req.path)
      next()
    })
  })
  return { app, visits }
}

describe.each([
  { place: 'PostgreSQL', open: () => createSessionStore(undefined), busy: 1_800 },
  { place: 'Redis', open: () => openInRedis(config.redisUrl!), busy: 700 },
])('a session in $place', ({ open, busy }) => {
  let { store, close } = open()
  afterEach(async () => {
    await close()
    ;({ store, close } = open())
  })
  afterAll(() => close())

  test('begins when something is kept, and never before', async () => {
    await using shop = await listening(keeper(store).app)
    expect((await shop.get('/word')).headers.getSetCookie()).toEqual([])
    expect(await sessionsIn(store)).toBe(0)

    const [cookie] = (await shop.post('/word/mug')).headers.getSetCookie()
    expect(cookie).toMatch(/^session=s%3A.+; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/)
    expect(await sessionsIn(store)).toBe(1)
  })

  test('survives the process that began it', async () => {
    const cookie = await keepsWord(store, 'lamp')
    await close()
    ;({ store, close } = open())
    await using shop = await listening(keeper(store).app)
    expect(await (await shop.get('/word', { Cookie: cookie })).text()).toBe('lamp')
  })

  test('is there also when the server itself was too busy to look for the answer in time', async () => {
    const id = await idKept(store, 'mug')
    const answer = new Promise((resolve, reject) =>
      store.get(id, (error, found) => (error ? reject(error) : resolve(found?.word))),
    )
    await new Promise(setImmediate)
    const begun = performance.now()
    while (performance.now() - begun < busy) {}
    expect(await answer).toBe('mug')
  })

  test('is not to be had with a cookie that somebody made up', async () => {
    const id = await idKept(store, 'bowl')
    await using shop = await listening(keeper(store).app)
    for (const made of [
      `session=${id}`,
      `session=s%3A${id}.${'A'.repeat(43)}`,
      'session=s%3A',
      'session=j%3A%7B%7D',
    ]) {
      const answer = await shop.get('/word', { Cookie: made })
      expect(await answer.text()).toBe('nothing')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})

describe('a visitor who only looks', () => {
  let shop: Awaited<ReturnType<typeof listening>>
  beforeAll(async () => {
    shop = stack.use(await listening(createApp(deps)))
  })

  test.each([
    '/',
    '/de',
    '/search?q=mug',
    '/accessibility',
    '/basket',
    '/checkout',
    '/nowhere',
    '/orders/P-1',
  ])('gets no cookie at %s', async (path) => {
    expect((await shop.get(path)).headers.getSetCookie()).toEqual([])
  })
})

describe('while Redis is silent', () => {
  test('a page is there within a second and a half, and the visitor keeps their session', async () => {
    const cookie = await keepsWord(deps.sessionStore, 'mug')
    await using hole = await silence()
    await using shop = await shopOn(`redis://127.0.0.1:${hole.port}`)

    for (const path of ['/', '/accessibility']) {
      const begun = performance.now()
      const answer = await shop.get(path, { Cookie: cookie })
      expect(performance.now() - begun).toBeLessThan(1_500)
      expect(answer.status).toBe(200)
      expect(answer.headers.getSetCookie()).toEqual([])
    }

    await using after = await listening(keeper(deps.sessionStore).app)
    expect(await (await after.get('/word', { Cookie: cookie })).text()).toBe('mug')
  })

  test('what must be kept is refused for the moment, not lost in silence', async () => {
    const cookie = await keepsWord(deps.sessionStore, 'mug')
    await using hole = await silence()
    const { store, close } = openInRedis(`redis://127.0.0.1:${hole.port}`)
    await using shop = await listening(keeper(store).app)
    const answer = await shop.post('/word/lamp', {}, { Cookie: cookie })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).not.toBeNull()
    await close()
  })
})

test('what is kept is there for the page that a redirect leads to, however slow the store', async () => {
  const store = new (class extends session.MemoryStore {
    override set(...given: Parameters<session.MemoryStore['set']>) {
      setTimeout(() => super.set(...given), 100)
    }
  })()
  await using shop = await listening(keeper(store).app)
  const redirect = await shop.post('/word/lamp')
  const cookie = redirect.headers.getSetCookie()[0]!.split(';')[0]!
  expect(await (await shop.get(redirect.headers.get('Location')!, { Cookie: cookie })).text()).toBe('lamp')
})

test('a store that cannot write does not spoil the page: it is whole, and answered once', async () => {
  const store = new (class extends session.MemoryStore {
    override touch = (_id: string, _session: session.SessionData, done?: (error?: unknown) => void) =>
      done?.(new Error('read-only'))
  })()
  const cookie = await keepsWord(store, 'mug')
  const { app, visits } = keeper(store)
  await using shop = await listening(app)
  const answer = await shop.get('/word', { Cookie: cookie })
  expect(await answer.text()).toBe('mug')
  await new Promise(setImmediate)
  expect(visits).toEqual([])
})

async function keepsWord(store: session.Store, word: string): Promise<string> {
  await using shop = await listening(keeper(store).app)
  const answer = await shop.post(`/word/${word}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}

/** A session with a word in it, by its name in the store. */
async function idKept(store: session.Store, word: string): Promise<string> {
  const cookie = await keepsWord(store, word)
  return decodeURIComponent(cookie.slice('session='.length)).slice('s:'.length).split('.')[0]!
}

function openInRedis(url: string) {
  const redis = connectRedis(url)
  return { store: createSessionStore(redis).store, close: async () => redis.disconnect() }
}

async function shopOn(redisUrl: string) {
  const redis = connectRedis(redisUrl)
  const cache = createCache(redisCacheStore(redis))
  const shop = await listening(
    createApp({ ...deps, redis, cache, sessionStore: createSessionStore(redis).store }),
  )
  return {
    ...shop,
    [Symbol.asyncDispose]: async () => {
      await shop[Symbol.asyncDispose]()
      redis.disconnect()
    },
  }
}

/** How many sessions there are. */
function sessionsIn(store: session.Store): Promise<number> {
  if (!store.length)
    return rows<{ count: number }>('select count(*) from platform.sessions').then(([row]) => row!.count)
  return new Promise((resolve, reject) =>
    store.length!((error, count) => (error ? reject(error) : resolve(count!))),
  )
}
