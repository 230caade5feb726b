import { abroad, awaited, expired, onInvoice, order, refunded } from './orders.ts'
import type { Specimen } from './shared.ts'

const orderLink = 'https://shop.example/orders/P-1001?until=1780000000&signature=abc'
const also = [{ title: 'Milk jug', slug: 'milk-jug', price: { amount: 3400, currency: 'EUR' } }]
const mail = (kind: string, about = order(), query = ''): Specimen[] => {
  const model = { order: about, kind, also: kind === 'confirmed' ? also : [], orderLink }
  return ['order', 'order-text'].map((name) => ({
    address: `/emails/${name}/${kind}${query}`,
    view: `emails/${name}`,
    model,
  }))
}

const goods = [
  { title: 'Oat mug', optionText: 'Oat · 300 ml', quantity: 2 },
  { title: 'Milk jug', optionText: '', quantity: 1 },
]
const news = (kind: string, model: object = {}, query = ''): Specimen[] => {
  const values = {
    number: 'P-1001',
    money: 'card',
    amount: '€24.00',
    method: 'card',
    carrier: 'none',
    tracking: 'none',
    back: 1,
    address: 'Purveyor, Beispielweg 1, 10115 Berlin, Germany',
  }
  const given = { kind, values, goods, words: '', followLink: '', orderLink, ...model }
  const whole = { ...given, values: { ...values, ...given.values } }
  return ['news', 'news-text'].map((name) => ({
    address: `/emails/${name}/${kind}${query}`,
    view: `emails/${name}`,
    model: whole,
  }))
}

/** Mails are no pages of the shop: they have no navigation, and their own style. */
export const specimens: Specimen[] = []

export const mails: Specimen[] = [
  ...mail('confirmed'),
  ...mail('confirmed', abroad, '?long'),
  ...mail('confirmed', awaited, '?awaited'),
  ...mail('invoice', onInvoice),
  ...mail('expired', expired),
  ...mail('refunded', refunded),
  ...news('cancelled', { goods: [] }),
  ...news('cancelled', { goods: [], values: { money: 'none' } }, '?unpaid'),
  ...news('parcel', {
    values: { carrier: 'DHL', tracking: '00340434161094000001' },
    followLink: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=00340434161094000001',
  }),
  ...news('parcel', {}, '?bare'),
  ...news('delivered'),
  ...news('return-requested'),
  ...news('return-approved'),
  ...news('return-declined', { words: 'It has been used.\nWe are sorry.' }),
  ...news('return-received'),
  ...news('money-back', { goods: [] }),
]

const linkModel = { number: 'P-1001', orderLink }

/** The link to an order that was looked up. */
export const linkMails: Specimen[] = ['order-link', 'order-link-text'].map((name) => ({
  address: `/emails/${name}`,
  view: `emails/${name}`,
  model: linkModel,
}))

const leftModel = { basketLink: 'https://shop.example/basket/shared/Zm9vYmFyYmF6cXV4' }

/** The reminder of a basket that was left. */
export const reminders: Specimen[] = ['reminder', 'reminder-text'].map((name) => ({
  address: `/emails/${name}`,
  view: `emails/${name}`,
  model: leftModel,
}))

const placeModel = {
  ...{ browser: 'Firefox, Linux', when: '28 November 2026 at 09:14' },
  link: 'https://shop.example/account/sign-ins',
}

/** That an account was signed in to with another browser. */
const placeMails: Specimen[] = ['new-place', 'new-place-text'].map((name) => ({
  address: `/emails/${name}`,
  view: `emails/${name}`,
  model: placeModel,
}))

/** What an account's mailbox is told: a change of e-mail address, in each of its mails, and where it was signed in. */
export const accountMails: Specimen[] = [
  ...placeMails,
  ...['old', 'new', 'changed'].flatMap((kind) => {
    const model = { kind, email: 'asha@new.example', link: 'https://shop.example/email-confirmations/1f0c' }
    return ['email-change', 'email-change-text'].map((name) => ({
      address: `/emails/${name}/${kind}`,
      view: `emails/${name}`,
      model,
    }))
  }),
]
