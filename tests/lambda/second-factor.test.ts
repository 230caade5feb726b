import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handler } from '../../src/lambda/second-factor.ts'
import { faults, faultyProxy } from '../support/faulty-proxy.ts'
import { listening } from '../support/house/listening.ts'
import { nobodysAccount } from '../support/nobodys-account.ts'

/** Cognito waits no longer for a function of its own. */
const COGNITO_WAITS_MS = 5_000
const stack = new AsyncDisposableStack()
let factors: string[] | undefined
let asked: object[] = []
let proxy: Awaited<ReturnType<typeof faultyProxy>>
beforeAll(async () => {
  const cognito = stack.use(
    await listening(async (req, res) => {
      expect(req.headers['x-amz-target']).toBe('AWSCognitoIdentityProviderService.AdminGetUser')
      asked.push(JSON.parse(await text(req)))
      res.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
      res.end(JSON.stringify({ Username: 'ines', UserMFASettingList: factors }))
    }),
  )
  proxy = stack.use(await faultyProxy(cognito.url))
  Object.assign(process.env, {
    ...nobodysAccount,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: proxy.url,
  })
})
beforeEach(() => {
  asked = []
  factors = undefined
  proxy.is('sound')
})
afterAll(() => stack.disposeAsync())

const signsIn = (...groups: string[]) => ({
  ...{
    version: '1',
    triggerSource: 'TokenGeneration_HostedAuth',
    userPoolId: 'eu-central-1_1',
    userName: 'ines',
  },
  request: { userAttributes: {}, groupConfiguration: { groupsToOverride: groups } },
  response: { claimsOverrideDetails: null },
})

test('who has no second factor has no groups', async () => {
  for (factors of [undefined, []]) {
    expect(await handler(signsIn('orders', 'admin'))).toEqual({
      ...signsIn('orders', 'admin'),
      response: { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: [] } } },
    })
  }
  expect(asked[0]).toEqual({ UserPoolId: 'eu-central-1_1', Username: 'ines' })
})

test.each(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'])('who has one (%s) keeps them', async (factor) => {
  factors = [factor]
  expect(await handler(signsIn('orders'))).toEqual(signsIn('orders'))
})

test('who shops is not asked about', async () => {
  expect(await handler(signsIn())).toEqual(signsIn())
  expect(asked).toEqual([])
})

test.each(faults.filter((fault) => fault !== 'nonsense'))(
  'while Cognito is of no use (%s) staff do not come in, and shoppers do',
  async (fault) => {
    proxy.is(fault)
    factors = ['EMAIL_OTP']
    expect(await handler(signsIn())).toEqual(signsIn())
    const began = performance.now()
    if (fault === 'slow') expect(await handler(signsIn('orders'))).toEqual(signsIn('orders'))
    else await expect(handler(signsIn('orders'))).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(COGNITO_WAITS_MS)
  },
)
