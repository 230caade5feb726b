import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '../../src/platform/locale.ts'
import { accountMails, linkMails, mails as orderMails, reminders } from '../support/view-models/emails.ts'
import { letter } from './preview-app.ts'

const mails = [...orderMails, ...linkMails, ...reminders, ...accountMails]
const cases = mails.flatMap((mail) => locales.map((locale) => ({ mail, locale, address: mail.address })))
const inHtml = cases.filter(({ mail }) => !mail.view.endsWith('-text'))
const inText = cases.filter(({ mail }) => mail.view.endsWith('-text'))
const linkOf = (mail: (typeof mails)[number]) =>
  String(mail.model.orderLink ?? mail.model.basketLink ?? mail.model.link)

describe('a mail', () => {
  test.each(inHtml)('$address in $locale runs nothing and fetches nothing', ({ mail, locale }) => {
    const html = letter(mail, locale)
    const page = load(html)
    expect(page('script, img, link, iframe, [src], [background]').length).toBe(0)
    expect(html).not.toMatch(/url\(|@import/)
  })

  test.each(inHtml)(
    '$address in $locale has one link, to what it is about, but for the one to follow a parcel and those to what goes with it',
    ({ mail, locale }) => {
      const links = load(letter(mail, locale))('a')
      const also = (mail.model.also ?? []) as { slug: string }[]
      expect(
        links.map((_index, link) => link.attribs.href!.replace(/^.*(?=\/products\/)/, '')).get(),
      ).toEqual([
        ...[mail.model.followLink, linkOf(mail)].filter(Boolean),
        ...also.map(({ slug }) => `/products/${slug}`),
      ])
    },
  )

  test.each(inText)('$address in $locale is plain text with the link as it is', ({ mail, locale }) => {
    const text = letter(mail, locale)
    expect(text).toContain(`\n${linkOf(mail)}\n`)
    expect(text).not.toMatch(/&\w+;|<\w|\n{3}|[ \t]\n/)
  })

  test.each(inHtml)('$address in $locale says in text what it says in HTML', ({ mail, locale }) => {
    const words = wordsOf(mail, locale)
    const text = inText.find(({ mail: { model } }) => model === mail.model)
    const spoken = letter(text!.mail, locale)
    expect(words.told).not.toEqual([])
    for (const told of [words.heading, ...words.told]) expect(spoken).toContain(told)
  })
})

function wordsOf(mail: (typeof mails)[number], locale: Locale) {
  const page = load(letter(mail, locale))
  const cells = page('td')
    .map((_index, cell) => page(cell).text())
    .get()
  const told = cells.filter((text) => /[€×]/.test(text))
  return { heading: page('h1').text(), told: [page('h1 + p').text(), ...told] }
}
