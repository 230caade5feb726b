import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** What customers keep with us. */
export const personalAddresses: PersonalData = {
  name: 'addresses',
  collect: ({ customerId }) =>
    rows(
      `select address, is_default as "isDefault", created_at as "createdAt", removed_at as "removedAt"
       from customers.addresses where customer_id = $customerId order by id`,
      { customerId },
    ),
  erase: async (tx, { customerId }) => {
    await rows('delete from customers.addresses where customer_id = $customerId', { customerId }, tx)
  },
}

export const personalWishes: PersonalData = {
  name: 'wishes',
  collect: ({ visitorId }) =>
    rows(
      `select product_id as "productId", wished_at as "wishedAt" from customers.wishes
       where visitor_id = $visitorId order by wished_at`,
      { visitorId },
    ),
  erase: async (tx, { visitorId }) => {
    await rows('delete from customers.wishes where visitor_id = $visitorId', { visitorId }, tx)
    await rows('delete from customers.shared_wishes where visitor_id = $visitorId', { visitorId }, tx)
  },
}

export const personalConsents: PersonalData = {
  name: 'consents',
  collect: ({ visitorId }) =>
    rows(
      `select purpose, is_given as "isGiven", wording, said_at as "saidAt" from customers.consents
       where visitor_id = $visitorId order by id`,
      { visitorId },
    ),
  erase: async (tx, { visitorId }) => {
    await rows('delete from customers.consents where visitor_id = $visitorId', { visitorId }, tx)
  },
}

export const personalNotes: PersonalData = {
  name: 'notes',
  collect: ({ customerId }) =>
    rows('select text, at from customers.notes where customer_id = $customerId order by id', { customerId }),
  erase: async (tx, { customerId }) => {
    await rows('delete from customers.notes where customer_id = $customerId', { customerId }, tx)
  },
}
