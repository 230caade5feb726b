import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { Form } from '../platform/forms.ts'
import {
  type OfficeZone,
  officeMethods,
  officeZones,
  rulesState,
  setMethod,
  setZone,
} from '../pricing/index.ts'
import { changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { gridLength } from './grid-form.ts'
import { methodGiven, methodIn, rateColumns, rateLines } from './rate-form.ts'
import { codeIn, codesOf, named, namesIn } from './rule-fields.ts'

const code = z
  .string()
  .trim()
  .regex(/^[a-z][a-z-]{0,39}$/, 'admin.rules.code')
const zoneForm = z.object({ seen: z.string().max(40), code, ...named, places: z.string().max(10_000) })
const methodForm = z
  .object({
    seen: z.string().max(40),
    code,
    ...named,
    position: z.coerce.number('admin.rules.number').int().min(0).max(99),
  })
  .catchall(z.string().max(60))

/** How goods get somewhere, and for how much: `/admin/delivery`. */
export function deliveryRoutes(): Router {
  const routes = Router()

  routes.get('/admin/delivery', requires('edit-rules'), (_req, res) => showDelivery(res))
  routes.get('/admin/delivery.csv', requires('edit-rules'), async (_req, res) => {
    const lines = (await officeMethods()).flatMap((method) =>
      rateLines(method).map((line) => [method.code, ...Object.values(line)]),
    )
    sendCsv(res, 'delivery', csvOf(['method', ...rateColumns], lines))
  })
  routes.post(
    '/admin/delivery/zones',
    ...changes(
      {
        ...{ right: 'edit-rules', action: 'zone-set' },
        subject: (req) => `zone ${codeIn(req)}`,
        state: (tx, req) => rulesState(tx, 'zones', codeIn(req)),
      },
      zoneForm,
      async (req, res, sent) => {
        const { codes, unknown } = codesOf(sent.text('places'), /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
        const form =
          unknown.length > 0
            ? sent.refuse('admin.rules.places', { places: unknown.join(', ') }, 'places')
            : sent
        if (!form.ok) return showDelivery(res.status(422), form)
        const places = codes.map((place) => ({ country: place.slice(0, 2), region: place.slice(3) }))
        const outcome = await setZone(form.value.seen, {
          code: form.value.code,
          name: namesIn(form.value),
          places,
        })
        if (outcome.refused) return showDelivery(res.status(409), form.refuse('admin.rules.changed'))
        notify(req, { key: 'admin.done.rules' })
        res.redirect(303, req.addressTo('/admin/delivery'))
      },
    ),
  )
  routes.get('/admin/delivery/methods/:code', requires('edit-rules'), async (req, res) => {
    const method = await methodHere(req)
    await showMethod(
      req,
      res,
      new Form(method ? methodGiven(method) : { code: '', position: '9' }, undefined),
      fingerprintOf(method ?? null),
    )
  })
  routes.post(
    '/admin/delivery/methods/:code',
    ...changes(
      {
        ...{ right: 'edit-rules', action: 'method-set' },
        subject: (req) => `method ${sentCode(req)}`,
        state: (tx, req) => rulesState(tx, 'methods', sentCode(req)),
      },
      methodForm,
      async (req, res, sent) => {
        const zones = (await officeZones()).map((zone) => zone.code)
        const { form, rates } = methodIn(sent, zones)
        const seen = sent.text('seen')
        if (!form.ok) return showMethod(req, res.status(422), form, seen)
        const { code, position } = form.value
        const outcome = await setMethod(seen, { code, position, name: namesIn(form.value), rates })
        if (outcome.refused)
          return showMethod(
            req,
            res.status(409),
            form.refuse('admin.rules.changed'),
            fingerprintOf((await methodHere(req)) ?? null),
          )
        notify(req, { key: 'admin.done.rules' })
        res.redirect(303, req.addressTo(`/admin/delivery/methods/${code}`))
      },
    ),
  )
  return routes
}

/** A new way of delivery is at `new`, and says its code itself. */
function sentCode(req: Request): string {
  return z
    .object({ code: z.string().catch('') })
    .parse(req.body)
    .code.trim()
    .slice(0, 40)
}

async function methodHere(req: Request) {
  const asked = String(req.params.code)
  const method = (await officeMethods()).find(({ code }) => code === asked)
  if (!method && asked !== 'new') throw new NotFound('method')
  return method
}

const zoneGiven = ({ code, name, places }: OfficeZone) => ({
  ...{ code, 'name-en': name.en, 'name-de': name.de ?? '' },
  places: places.map(({ country, region }) => [country, region].filter(Boolean).join('-')).join(' '),
})

async function showDelivery(res: Response, sent?: Form<unknown>) {
  const [methods, zones] = await Promise.all([officeMethods(), officeZones()])
  const known = zones.map((zone) => ({ code: zone.code, seen: fingerprintOf(zone), given: zoneGiven(zone) }))
  const forms = [...known, { code: '', seen: fingerprintOf(null), given: {} }].map(
    ({ code, seen, given }) => {
      const isSent =
        sent &&
        (sent.text('code') === code || (code === '' && !known.some((one) => one.code === sent.text('code'))))
      return { code, seen, form: isSent ? sent : new Form<unknown>(given, undefined) }
    },
  )
  await res.page('admin/delivery', { methods, forms, form: sent ?? new Form({}, undefined) })
}

async function showMethod(req: Request, res: Response, form: Form<unknown>, seen: string) {
  const [method, zones] = await Promise.all([methodHere(req), officeZones()])
  await res.page('admin/delivery-method', {
    ...{ form, seen, code: method?.code ?? null, length: gridLength(form, rateColumns) },
    zones: zones.map(({ code, name }) => ({ value: code, label: name.en })),
  })
}
