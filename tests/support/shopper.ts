import { type CheerioAPI, load } from 'cheerio'
import { demoPassword } from '../../src/sandbox/identity/demo-accounts.ts'

/** A page as a shopper without script gets it. */
export interface ShopPage {
  status: number
  address: string
  html: string
  $: CheerioAPI
  /** The sentences of the error summary or of the notice: what a shopper is told first. */
  alert(): string
  heading(): string
}

type Fields = Record<string, string | number>

/** A person with a cookie jar and a text browser: follows links, fills in forms, no script. */
export function shopperAt(baseUrl: string) {
  const jar = new Map<string, string>()
  const jars = new Map([[new URL(baseUrl).host, jar]])

  async function ask(address: string, init: RequestInit = {}): Promise<ShopPage> {
    let url = new URL(address, baseUrl)
    let request = init
    for (let hops = 0; hops < 8; hops++) {
      const answer = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { ...request.headers, ...cookie(url) },
      })
      keepCookies(url, answer)
      const location = answer.headers.get('location')
      if (!location) return pageOf(answer.status, url.href, await answer.text())
      await answer.body?.cancel()
      url = new URL(location, url)
      request = {}
    }
    throw new Error(`${address} leads round in circles`)
  }

  const cookie = ({ host }: URL): Record<string, string> => {
    const kept = [...(jars.get(host) ?? [])].map(([name, value]) => `${name}=${value}`)
    return kept.length > 0 ? { cookie: kept.join('; ') } : {}
  }

  function keepCookies({ host }: URL, answer: Response): void {
    const kept = jars.get(host) ?? new Map<string, string>()
    jars.set(host, kept)
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const [name, ...value] = pair!.split('=')
      if (value.join('') === '') kept.delete(name!)
      else kept.set(name!, value.join('='))
    }
  }

  const posts = (address: string, fields: Fields) =>
    ask(address, { method: 'POST', body: new URLSearchParams(entriesOf(fields)) })

  return {
    jar,
    gets: (address: string) => ask(address),
    posts,
    adds: (product: { sku: string }, { quantity = 1 } = {}) =>
      posts('/basket/lines', { sku: product.sku, quantity }),
    /** Presses a button of a form on the page: hidden fields and what is filled in already go along. */
    async presses(page: ShopPage, button: string, fields: Fields = {}): Promise<ShopPage> {
      const { action, method, values } = formWith(page, button)
      const sent = entriesOf({ ...values, ...fields })
      const address = new URL(action, page.address)
      if (method !== 'get') return ask(address.href, { method: 'POST', body: new URLSearchParams(sent) })
      for (const [name, value] of sent) address.searchParams.set(name, value)
      return ask(address.href)
    },
    /** Presses a button of a form that takes files. */
    uploads(
      page: ShopPage,
      button: string,
      fields: Fields,
      files: File[],
      field = 'files',
    ): Promise<ShopPage> {
      const { action, values } = formWith(page, button)
      const body = new FormData()
      for (const [name, value] of entriesOf({ ...values, ...fields })) body.append(name, value)
      for (const file of files) body.append(field, file)
      return ask(new URL(action, page.address).href, { method: 'POST', body })
    },
  }
}

export type Shopper = ReturnType<typeof shopperAt>

export const ashasAddress = {
  email: 'asha@example.com',
  name: 'Asha Rao',
  line1: 'Torstraße 1',
  postcode: '10119',
  city: 'Berlin',
  country: 'DE',
}

/** Goes from a filled basket to the review page, with card or invoice. */
export async function goesToReview(
  shopper: Shopper,
  method: 'card' | 'invoice',
  email = ashasAddress.email,
): Promise<ShopPage> {
  const address = await shopper.gets('/checkout')
  const delivery = await shopper.presses(address, 'Continue', { ...ashasAddress, email })
  const payment = await shopper.presses(delivery, 'Continue')
  return shopper.presses(payment, 'Continue', { method })
}

/** Signs in at the sandbox's provider, and comes back to the shop. */
export async function signsIn(
  shopper: Shopper,
  email: string,
  { back = '/account', password = demoPassword } = {},
): Promise<ShopPage> {
  const form = await shopper.gets(`/sign-in?${new URLSearchParams({ back })}`)
  return shopper.presses(form, 'Sign in', { email, password })
}

function pageOf(status: number, address: string, html: string): ShopPage {
  const $ = load(html)
  const text = (selector: string) => $(selector).first().text().replace(/\s+/g, ' ').trim()
  return {
    status,
    address,
    html,
    $,
    alert: () => text('.error-summary, .problem, .notice:not([hidden])'),
    heading: () => text('h1'),
  }
}

function formWith({ $ }: ShopPage, label: string) {
  const button = $('button')
    .filter((_index, element) => $(element).text().replace(/\s+/g, ' ').trim().startsWith(label))
    .first()
  const id = button.attr('form')
  const form = id ? $(`form#${id}`) : button.closest('form')
  if (form.length === 0) throw new Error(`The page has no form with a button "${label}"`)
  const values: Fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]))
  const name = button.attr('name')
  if (name) values[name] = button.attr('value') ?? ''
  return {
    action: button.attr('formaction') ?? form.attr('action') ?? '',
    method: (button.attr('formmethod') ?? form.attr('method') ?? 'get').toLowerCase(),
    values,
  }
}

function entriesOf(fields: Fields): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [name, String(value)])
}
