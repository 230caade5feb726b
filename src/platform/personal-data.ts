import type { Transaction } from './database.ts'

/** Somebody whose data are told to them or erased: by what they are known in each place. */
export interface Person {
  customerId: number
  visitorId: string
  email: string
  orderIds: number[]
  basketIds: number[]
}

/** What a module keeps of people: how it tells them, and what it does when they are to be forgotten. */
export interface PersonalData {
  /** Of its chapter in what is handed out; `customers.export.<name>` is its heading. */
  name: string
  /** All of it, as rows that a person can read. */
  collect: (person: Person) => Promise<object[]>
  /** Erases it, or takes the person out of what the law keeps. Runs in the one transaction of the erasure. */
  erase: (tx: Transaction, person: Person) => Promise<void>
}

/** What stands where somebody's address was; nothing is ever sent to it. */
export const ERASED_EMAIL = 'erased@erased.invalid'
