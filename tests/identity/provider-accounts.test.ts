import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectAccounts } from '../../src/identity/index.ts'
import { faults, faultyProxy } from '../support/faulty-proxy.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'
import { runningSandbox } from '../support/running-shop.ts'

/** Two tries of three seconds, what the SDK waits between them, and a machine that may be busy. */
const ENDS_WITHIN_MS = 9_000
let sandbox: Awaited<ReturnType<typeof runningSandbox>>
let proxy: Awaited<ReturnType<typeof faultyProxy>>
beforeAll(async () => {
  sandbox = await runningSandbox()
  proxy = await faultyProxy(sandbox.url)
  Object.assign(process.env, {
    ...nobodysAccount,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: proxy.url,
  })
})
beforeEach(() => proxy.is('sound'))
afterAll(async () => {
  await proxy[Symbol.asyncDispose]()
  await sandbox.close()
})

const NOBODY = '00000000-0000-4000-8000-000000000000'

describe('the accounts at Cognito', () => {
  test('that are gone are as good as shut, and as removed; an address cannot be given to them', async () => {
    const accounts = connectAccounts()!
    await accounts.setDisabled(NOBODY, true)
    await accounts.remove(NOBODY)
    await expect(accounts.changeEmail(NOBODY, 'asha@example.com')).rejects.toThrow('does not exist')
  })

  /** The nonsense of the proxy is an answer that says nothing, and these questions ask for none. */
  test.each(faults.filter((fault) => !['nonsense', 'slow'].includes(fault)))(
    'say so in time while Cognito is of no use (%s), so that it is tried again later',
    async (fault) => {
      proxy.is(fault)
      const before = proxy.asked()
      const began = performance.now()
      await expect(connectAccounts()!.setDisabled(NOBODY, true)).rejects.toThrow()
      expect(performance.now() - began).toBeLessThan(ENDS_WITHIN_MS)
      expect(proxy.asked() - before).toBe(2)
    },
    15_000,
  )

  test('are waited for when Cognito is slow', async () => {
    proxy.is('slow')
    await connectAccounts()!.setDisabled(NOBODY, true)
  })

  test('say so when Cognito is out of reach', async () => {
    process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = 'http://127.0.0.1:9'
    await expect(connectAccounts()!.remove(NOBODY)).rejects.toThrow()
    process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = proxy.url
  })
})
