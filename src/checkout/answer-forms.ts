import { z } from 'zod'
import { paymentMethods } from '../payments/index.ts'
import { rulesOf, tidyPostcode } from './countries.ts'

/** One line of text as a person types it: outer and doubled spaces go, so do line breaks. */
const line = (most: number) =>
  z
    .string('shared.form.wrong')
    .max(most * 2, 'shared.form.too-long')
    .transform(oneLine)
    .pipe(z.string().max(most, 'shared.form.too-long'))

const needed = (most: number, missing: string) => line(most).refine((text) => text !== '', missing)
const free = (most: number) => line(most).default('')

const email = z
  .string('checkout.email.missing')
  .transform(oneLine)
  .pipe(
    z
      .string()
      .min(1, 'checkout.email.missing')
      .max(254, 'shared.form.too-long')
      .pipe(z.email('checkout.email.wrong')),
  )

/** A box that is ticked, or is not sent at all. */
const ticked = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined)

export const contactForm = z.object({ email, reminder: ticked })

/** Delivery address. Sent with `step=country`, it only asks for the fields of another country. */
export const addressForm = z
  .object({
    email: email.optional(),
    reminder: ticked,
    name: needed(100, 'checkout.name.missing'),
    line1: needed(120, 'checkout.line1.missing'),
    line2: free(120),
    postcode: line(16).default(''),
    city: needed(80, 'checkout.city.missing'),
    region: free(80),
    country: z.string('checkout.country.missing').regex(/^[A-Z]{2}$/, 'checkout.country.missing'),
    phone: free(40),
    step: z.string().optional(),
  })
  .refine(({ postcode, country }) => postcodeFits(postcode, country), {
    path: ['postcode'],
    error: 'checkout.postcode.wrong',
    when: ({ value }) => typed(value, 'postcode') && typed(value, 'country'),
  })
  .refine(({ region, country }) => regionFits(region, country), {
    path: ['region'],
    error: 'checkout.region.missing',
    when: ({ value }) => typed(value, 'country'),
  })

export const deliveryForm = z.object({ delivery: z.string('checkout.delivery.missing').max(60) })

export const paymentMethodForm = z.object({ method: z.enum(paymentMethods, 'checkout.method.missing') })

export const reviewForm = z.object({
  basket: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  fingerprint: z.string().max(60),
})

function postcodeFits(typedPostcode: string, country: string): boolean {
  const { postcode, postcodeIsOptional } = rulesOf(country)
  const tidy = tidyPostcode(typedPostcode, country)
  return tidy === '' ? Boolean(postcodeIsOptional) : postcode.test(tidy)
}

/** Where a country's regions are known, it is one of them; else anything will do where one is written. */
function regionFits(region: string, country: string): boolean {
  const { region: kind, regions } = rulesOf(country)
  return regions ? Object.hasOwn(regions, region) : region !== '' || !kind
}

function typed(value: unknown, field: string): boolean {
  return typeof (value as Record<string, unknown> | null)?.[field] === 'string'
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
