import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'cheerio'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goodCard, openSandbox, post, twoMugs } from './open-sandbox.ts'

let here: Awaited<ReturnType<typeof openSandbox>>
beforeAll(async () => {
  here = await openSandbox()
})
afterAll(() => here.close())

const open = (extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  here.stripe.checkout.sessions.create({ ...twoMugs, ...extra })

const pageOf = async (answer: Response) => load(await answer.text())

async function afterwards(session: Stripe.Checkout.Session) {
  const found = await here.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  return { session: found, payment: found.payment_intent as Stripe.PaymentIntent | null }
}

describe('the payment page', () => {
  test('says what is bought, for whom, for how much, and that no money moves', async () => {
    const answer = await fetch(String((await open()).url))
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://localhost:3000;",
    )
    const $ = await pageOf(answer)
    expect($('html').attr('lang')).toBe('en')
    expect($('.banner').text()).toBe('Sandbox – no money moves')
    expect($('.order').text()).toContain('Order W-1001')
    expect($('main').text()).toMatch(/Oat mug\s+2 × €24.00\s+€48.00/)
    expect($('main').text()).toContain('asha@example.com')
    expect($('form button').text()).toBe('Pay €48.00')
    expect($('a:contains("Back to the shop")').attr('href')).toBe(twoMugs.cancel_url)
    expect($('script')).toHaveLength(0)
  })

  test('names each field to people and to password managers', async () => {
    const $ = await pageOf(await fetch(String((await open()).url)))
    const fields = $('form input').map((_, input) => $(input).attr('autocomplete'))
    expect(fields.get()).toEqual(['cc-number', 'cc-exp', 'cc-csc', 'cc-name'])
    for (const input of $('form input')) expect($(`label[for="${$(input).attr('id')}"]`).text()).not.toBe('')
    for (const id of ['cardNumber', 'expiry', 'cvc']) expect($(`#${id}`).attr('inputmode')).toBe('numeric')
  })

  test('asks for the e-mail when the shop has not told it', async () => {
    const { customer_email, ...withoutEmail } = twoMugs
    const session = await here.stripe.checkout.sessions.create(withoutEmail)
    const refused = await post(session.url, { ...goodCard, email: 'asha' })
    expect((await pageOf(refused))('#email-fault').text()).toContain('name@example.com')
    await post(session.url, { ...goodCard, email: 'asha@example.com' })
    expect((await afterwards(session)).session.customer_details).toMatchObject({
      email: 'asha@example.com',
      name: 'Asha Rao',
    })
  })

  test('speaks German when the shop asks for it, or the browser', async () => {
    const asked = await pageOf(await fetch(String((await open({ locale: 'de' })).url)))
    expect(asked('html').attr('lang')).toBe('de')
    expect(asked('form button').text()).toBe('48,00\u00a0€ bezahlen')
    const browser = await fetch(String((await open()).url), {
      headers: { 'accept-language': 'de-AT,de;q=0.9' },
    })
    expect((await pageOf(browser))('h1').text()).toBe('Mit Karte bezahlen')
  })

  test('writes yen without decimals', async () => {
    const line_items = [
      { quantity: 1, price_data: { currency: 'jpy', unit_amount: 5200, product_data: { name: 'Mug' } } },
    ]
    const $ = await pageOf(await fetch(String((await open({ line_items })).url)))
    expect($('form button').text()).toBe('Pay ¥5,200')
  })

  test('shows what the shop says as text, never as markup', async () => {
    const line_items = [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 5200, product_data: { name: '<b>Mug</b> & "co"' } },
      },
    ]
    const $ = await pageOf(await fetch(String((await open({ line_items })).url)))
    expect($('main b')).toHaveLength(0)
    expect($('.order .name').text()).toBe('<b>Mug</b> & "co"')
  })
})

describe('a card that pays', () => {
  test('sends the shopper on to the shop, with the session in the address', async () => {
    const session = await open()
    const answer = await post(session.url, goodCard)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`http://localhost:3000/checkout/return?session=${session.id}`)
    const after = await afterwards(session)
    expect(after.session).toMatchObject({ status: 'complete', payment_status: 'paid', url: null })
    expect(after.payment).toMatchObject({ status: 'succeeded', amount: 4800, amount_received: 4800 })
  })

  test.each([
    ['4242424242424242', '12 / 2034'],
    ['4242-4242-4242-4242', '1234'],
    [' 4242 4242 4242 4242 ', '1/34'],
  ])('may be written %s, %s', async (cardNumber, expiry) => {
    expect((await post((await open()).url, { ...goodCard, cardNumber, expiry })).status).toBe(303)
  })

  test('pays once however often the button is pressed', async () => {
    const session = await open()
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(session.url, goodCard)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    const { payment } = await afterwards(session)
    const charges = await here.stripe.charges.list({ payment_intent: payment?.id ?? '' })
    expect(charges.data.map(({ amount }) => amount)).toEqual([4800])
  })

  test('leaves neither number nor code behind', async () => {
    await post((await open()).url, { ...goodCard, cvc: '739' })
    const files = await readdir(here.folder)
    const kept = await Promise.all(
      files.filter((name) => name.includes('sqlite')).map((name) => readFile(join(here.folder, name))),
    )
    const everything = Buffer.concat(kept).toString('latin1')
    expect(everything).toContain('"last4":"4242"')
    expect(everything).not.toMatch(/4242[ -]?4242/)
    expect(everything).not.toMatch(/"cvc":|"739"/)
  })
})

describe('a card that does not pay', () => {
  test.each([
    ['4000 0000 0000 0002', 'generic_decline', 'declined'],
    ['4000 0000 0000 9995', 'insufficient_funds', 'not enough money'],
  ])('%s comes back with the reason, and the form as it was', async (cardNumber, decline_code, words) => {
    const session = await open()
    const answer = await post(session.url, { ...goodCard, cardNumber })
    expect(answer.status).toBe(422)
    const $ = await pageOf(answer)
    expect($('title').text()).toMatch(/^Error: /)
    expect($('.problem[autofocus][tabindex="-1"]').text()).toContain(words)
    expect($('#name').val()).toBe('Asha Rao')
    expect($('#expiry').val()).toBe('12/34')
    expect($('#cardNumber').val()).toBe('')
    expect($('#cvc').val()).toBe('')
    const after = await afterwards(session)
    expect(after.session.status).toBe('open')
    expect(after.payment).toMatchObject({
      status: 'requires_payment_method',
      amount_received: 0,
      last_payment_error: { code: 'card_declined', decline_code },
    })
  })

  test('may be followed by one that does, in the same payment', async () => {
    const session = await open()
    await post(session.url, { ...goodCard, cardNumber: '4000 0000 0000 0002' })
    const { payment: declined } = await afterwards(session)
    expect((await post(session.url, goodCard)).status).toBe(303)
    const { payment } = await afterwards(session)
    expect(payment).toMatchObject({ id: declined?.id, status: 'succeeded', last_payment_error: null })
  })

  test.each([
    ['cardNumber', '4242 4242 4242 4241', 'Check the card number'],
    ['cardNumber', '4111 1111 1111 1111', 'Never enter a real card'],
    ['cardNumber', '4242', 'whole card number'],
    ['cardNumber', '', 'Enter the card number'],
    ['expiry', '01/20', 'has expired'],
    ['expiry', '13/30', 'month and year'],
    ['cvc', '12', '3 digits'],
    ['name', '', 'Enter the name'],
  ])('%s "%s" is refused at the field', async (field, value, words) => {
    const session = await open()
    const answer = await post(session.url, { ...goodCard, [field]: value })
    expect(answer.status).toBe(422)
    const $ = await pageOf(answer)
    expect($(`#${field}-fault`).text()).toContain(words)
    expect($(`#${field}`).attr('aria-invalid')).toBe('true')
    expect($(`#${field}`).attr('aria-describedby')).toContain(`${field}-fault`)
    expect($(`.problem a[href="#${field}"]`)).toHaveLength(1)
    expect((await afterwards(session)).payment).toBeNull()
  })
})

describe('a card that asks at the bank', () => {
  const careful = { ...goodCard, cardNumber: '4000 0025 0000 3155' }

  async function atTheBank() {
    const session = await open()
    const answer = await post(session.url, careful)
    expect(answer.status).toBe(303)
    return { session, bank: new URL(answer.headers.get('location') ?? '', here.sandbox.url).href }
  }

  test('pays when the shopper approves, once', async () => {
    const { session, bank } = await atTheBank()
    expect((await afterwards(session)).payment?.status).toBe('requires_action')
    const $ = await pageOf(await fetch(bank))
    expect(
      $('button')
        .map((_, button) => $(button).text())
        .get(),
    ).toEqual(['Approve', 'Refuse'])
    const answers = [await post(bank, { decision: 'approve' }), await post(bank, { decision: 'approve' })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { payment } = await afterwards(session)
    expect(payment).toMatchObject({ status: 'succeeded', amount_received: 4800 })
    expect((await here.stripe.charges.list({ payment_intent: payment?.id ?? '' })).data).toHaveLength(1)
  })

  test('comes back with the form when the shopper refuses', async () => {
    const { session, bank } = await atTheBank()
    const refused = await post(bank, { decision: 'refuse' })
    expect(refused.status).toBe(422)
    const $ = await pageOf(refused)
    expect($('.problem').text()).toContain('not approved at your bank')
    expect($('form').attr('action')).toBe(`/pay/${session.id}`)
    expect($('#name').val()).toBe('Asha Rao')
    expect((await afterwards(session)).payment).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    const late = await post(bank, { decision: 'approve' })
    expect(late.headers.get('location')).toBe(`/pay/${session.id}`)
    expect((await afterwards(session)).session.payment_status).toBe('unpaid')
  })
})

describe('a payment page that is over', () => {
  test('says so when it was paid, and leads back', async () => {
    const session = await open()
    await post(session.url, goodCard)
    const answer = await fetch(String(session.url))
    const $ = await pageOf(answer)
    expect($('h1').text()).toBe('This payment is complete')
    expect($('main a').attr('href')).toContain(session.id)
  })

  test('says so when it has lapsed, and takes no money', async () => {
    const session = await open()
    here.passTime(24 * 3600 * 1000)
    const answers = [await fetch(String(session.url)), await post(session.url, goodCard)]
    for (const answer of answers) {
      expect(answer.status).toBe(410)
      const $ = await pageOf(answer)
      expect($('h1').text()).toBe('This payment page has expired')
      expect($('main a').attr('href')).toBe(twoMugs.cancel_url)
    }
    expect(await afterwards(session)).toMatchObject({ session: { status: 'expired' }, payment: null })
  })

  test('says so when it never was', async () => {
    expect((await fetch(`${here.sandbox.url}/pay/cs_test_none`)).status).toBe(404)
  })
})
