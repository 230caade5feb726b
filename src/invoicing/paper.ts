import { countryName } from '../addresses/index.ts'
import { formatsOf, type Locale } from '../platform/locale.ts'
import { type Translate, translator } from '../platform/messages.ts'
import type { Invoice, Snapshot } from './invoice.ts'
import { goodsTable, type PaperTable, sumsOf, taxTable } from './paper-tables.ts'

/** What is on the paper, word for word: the page and the PDF show the same. */
export interface Paper {
  locale: Locale
  title: string
  author: string
  issuedAt: Date
  /** Who sends it, one line for the window of an envelope. */
  sender: string
  recipient: { label: string; lines: string[] }
  facts: { label: string; text: string }[]
  goods: PaperTable
  sums: { label: string; text: string }[]
  total: { label: string; text: string }
  taxes: PaperTable
  notes: string[]
  /** What the law wants to be read of the seller, in columns at the foot. */
  foot: { label: string; lines: string[] }[]
}

/** An invoice or credit note as it is printed, in the language of its order. */
export function paperOf({ number, kind, issuedAt, snapshot }: Invoice): Paper {
  const { locale, seller, buyer } = snapshot
  const t = translator(locale)
  return {
    locale,
    title: t(`invoicing.title.${kind}`, { number }),
    author: seller.name,
    issuedAt,
    sender: [seller.name, seller.street, seller.city].join(' · '),
    recipient: { label: t('invoicing.recipient'), lines: buyer.lines },
    facts: factsOf(t, issuedAt, snapshot),
    goods: goodsTable(t, snapshot),
    sums: sumsOf(t, snapshot),
    total: {
      label: t(`invoicing.total.${kind}`),
      text: formatsOf(locale).money({ amount: snapshot.total, currency: snapshot.currency }),
    },
    taxes: taxTable(t, snapshot),
    notes: notesOf(t, snapshot),
    foot: footOf(t, snapshot),
  }
}

function factsOf(t: Translate, issuedAt: Date, snapshot: Snapshot): Paper['facts'] {
  const { locale, order, delivery, corrects } = snapshot
  const { day, days } = formatsOf(locale)
  return [
    { label: t('invoicing.fact.issued'), text: day(issuedAt) },
    ...(corrects
      ? [
          {
            label: t('invoicing.fact.corrects'),
            text: t('invoicing.fact.corrects.of', { number: corrects.number, date: day(corrects.issuedAt) }),
          },
        ]
      : []),
    { label: t('invoicing.fact.order'), text: order.number },
    { label: t('invoicing.fact.ordered'), text: day(order.placedAt) },
    { label: t('invoicing.fact.payment'), text: paymentOf(t, snapshot) },
    { label: t('invoicing.fact.delivery'), text: days(delivery.first, delivery.last) },
  ]
}

function paymentOf(t: Translate, { locale, currency, total, credit = 0, paymentMethod }: Snapshot): string {
  const byCard = t('invoicing.payment.credit', {
    amount: formatsOf(locale).money({ amount: credit, currency }),
  })
  const byMoney = t(`invoicing.payment.${paymentMethod}`)
  if (credit === 0) return byMoney
  return credit === total ? byCard : `${byMoney} · ${byCard}`
}

function notesOf(t: Translate, { locale, order, taxes, corrects }: Snapshot): string[] {
  const date = formatsOf(locale).day(order.paidAt)
  return [
    corrects ? t('invoicing.note.credited', { number: corrects.number }) : t('invoicing.note.paid', { date }),
    ...(taxes.some(({ rate }) => rate > 0) ? [] : [t('invoicing.note.untaxed')]),
  ]
}

function footOf(t: Translate, { locale, seller }: Snapshot): Paper['foot'] {
  const { name, street, city, country, email, vatId, bank } = seller
  return [
    { label: t('invoicing.foot.seller'), lines: [name, street, `${city}, ${countryName(country, locale)}`] },
    { label: t('invoicing.foot.contact'), lines: [email, t('invoicing.foot.vat-id', { id: vatId })] },
    { label: t('invoicing.foot.bank'), lines: [bank.holder, `IBAN ${bank.iban}`, `BIC ${bank.bic}`] },
  ]
}
