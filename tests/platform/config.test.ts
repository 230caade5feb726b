import { expect, test } from 'vitest'
import { config, readSettings } from '../../src/platform/config.ts'

test('a developer needs no settings', () => {
  const developers = readSettings({})
  expect(developers).toMatchObject({ production: false, port: 3000, sandbox: { port: 3001, smtpPort: 3002 } })
  expect(new URL(developers.stripe.apiBase!).port).toBe('3001')
})

test('settings that are wrong are named, one line each', () => {
  expect(() => readSettings({ PORT: 'high', LOG_LEVEL: 'loud', STRIPE_API_BASE: 'stripe' })).toThrow(
    /wrong:\n {2}PORT: .+\n {2}STRIPE_API_BASE: .+\n {2}LOG_LEVEL: .+$/,
  )
})

test('an empty setting counts as not given', () => {
  expect(readSettings({ PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined })
})

test('settings stay as they were read', () => {
  expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
  expect(() => Object.assign(config.stripe, { secretKey: 'sk_live' })).toThrow(TypeError)
})
