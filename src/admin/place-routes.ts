import { type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { editLocation, locationStateOf, locations } from '../inventory/index.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { Form } from '../platform/forms.ts'
import { changes } from './change.ts'
import { codeIn } from './rule-fields.ts'

const placeForm = z.object({
  seen: z.string().max(40),
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'admin.rules.code'),
  name: z.string().trim().min(1, 'admin.promotion.name.missing').max(100, 'shared.form.too-long'),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'admin.place.country.wrong'),
  position: z.coerce
    .number('admin.place.position.wrong')
    .int('admin.place.position.wrong')
    .min(0, 'admin.place.position.wrong')
    .max(1_000, 'admin.place.position.wrong'),
  open: z.enum(['yes', 'no'], 'shared.form.wrong'),
})

/** Where goods lie: `/admin/stock/places`. */
export function placeRoutes(): Router {
  const routes = Router()
  routes.get('/admin/stock/places', requires('adjust-stock'), (_req, res) => showPlaces(res))
  routes.post(
    '/admin/stock/places',
    ...changes(
      {
        ...{ right: 'adjust-stock', action: 'place-set' },
        subject: (req) => `place ${codeIn(req)}`,
        state: (tx, req) => locationStateOf(tx, codeIn(req)),
      },
      placeForm,
      async (req, res, form) => {
        if (!form.ok) return showPlaces(res.status(422), form)
        const { seen, open, ...place } = form.value
        const outcome = await editLocation(seen, { ...place, isActive: open === 'yes' })
        if ('refused' in outcome)
          return showPlaces(
            res.status(409),
            form.refuse(`admin.place.refused.${outcome.refused}`, {}, 'open'),
          )
        notify(req, { key: 'admin.done.place' })
        res.redirect(303, req.addressTo('/admin/stock/places'))
      },
    ),
  )
  return routes
}

/** A form for each place, and a blank one; the one that was sent finds what was typed into it. */
async function showPlaces(res: Response, sent?: Form<unknown>) {
  const known = (await locations()).map(({ id: _id, isActive, position, ...place }) => ({
    code: place.code,
    name: place.name,
    seen: fingerprintOf({ ...place, position, isActive }),
    given: { ...place, position: String(position), open: isActive ? 'yes' : 'no' },
  }))
  const blank = { code: '', name: '', seen: fingerprintOf(null), given: { position: '1', open: 'yes' } }
  const forms = [...known, blank].map(({ given, ...place }) => {
    const isSent =
      sent !== undefined &&
      (known.some(({ code }) => code === sent.text('code'))
        ? sent.text('code') === place.code
        : place.code === '')
    return { ...place, form: isSent ? sent : new Form<unknown>(given, undefined) }
  })
  await res.page('admin/places', { forms, form: sent ?? new Form({}, undefined) })
}
