import express, { type Express, type RequestHandler } from 'express'
import { addressIn, formatsOf, type Locale, localePrefix, locales } from '../../src/platform/locale.ts'
import { translator } from '../../src/platform/messages.ts'
import { pages } from '../../src/platform/pages.ts'
import { renderTemplate } from '../../src/platform/views.ts'
import { previewApp } from '../look/preview-app.ts'
import { type Answer, answers as basketAnswers } from '../support/view-models/basket.ts'
import { answers as checkoutAnswers } from '../support/view-models/checkout.ts'
import { accountMails, linkMails, mails, reminders } from '../support/view-models/emails.ts'
import { type Specimen, surroundings } from '../support/view-models/shared.ts'

const answers: Answer[] = [...basketAnswers, ...checkoutAnswers]
const around = Object.entries(surroundings).map(([name, value]) => [name, () => value] as const)

/** The preview of all pages, with answers to the forms that htmx sends, and with the mails. */
export function checkoutPreview(): Express {
  const app = express()
  app.get('/:locale/emails/*path', showMail)
  app.use(
    localePrefix,
    (req, _res, next) => {
      req.id = 'preview'
      next()
    },
    pages(Object.fromEntries(around)),
  )
  app.post('/*path', answer)
  app.use((req, _res, next) => {
    req.url = req.originalUrl
    next()
  }, previewApp())
  return app
}

const showMail: RequestHandler = (req, res, next) => {
  const locale = locales.find((known) => known === req.params.locale)
  const mail = [...mails, ...linkMails, ...reminders, ...accountMails].find(
    ({ address }) => req.originalUrl === `/${req.params.locale}${address}`,
  )
  if (!locale || !mail) return next()
  res.type(mail.view.endsWith('-text') ? 'text' : 'html').send(letter(mail, locale))
}

/** A mail as it is sent: its addresses are whole ones. */
export function letter({ view, model }: Specimen, locale: Locale): string {
  const page = {
    locale,
    t: translator(locale),
    url: (path: string) => `https://shop.example${addressIn(locale, path)}`,
    asset: (name: string) => name,
    format: formatsOf(locale),
  }
  return renderTemplate(view, { ...model, page })
}

const answer: RequestHandler = async (req, res, next) => {
  const found = answers.find(({ address }) => address === req.path)
  if (!found) return next()
  await res.status(found.status).fragment(found.view, found.model)
}
