import { z } from 'zod'
import type { Address } from './address.ts'
import { rulesOf, tidyPostcode } from './countries.ts'

/** One line of text as a person types it: outer and doubled spaces go, so do line breaks. */
const line = (most: number) =>
  z
    .string('shared.form.wrong')
    .max(most * 2, 'shared.form.too-long')
    .transform(lineOf)
    .pipe(z.string().max(most, 'shared.form.too-long'))

const needed = (most: number, missing: string) => line(most).refine((text) => text !== '', missing)
const free = (most: number) => line(most).default('')

/** The fields of an address, for the schema of a form; what depends on the country is added by `withAddressRules`. */
export const addressShape = {
  name: needed(100, 'addresses.name.missing'),
  line1: needed(120, 'addresses.line1.missing'),
  line2: free(120),
  postcode: line(16).default(''),
  city: needed(80, 'addresses.city.missing'),
  region: free(80),
  country: z.string('addresses.country.missing').regex(/^[A-Z]{2}$/, 'addresses.country.missing'),
  phone: free(40),
}

/** A form with the fields of an address, which asks for what the country of the address has. */
export function withAddressRules<Shape extends typeof addressShape>(form: z.ZodObject<Shape>) {
  return form
    .refine((typed) => postcodeFits(textOf(typed, 'postcode'), textOf(typed, 'country')), {
      path: ['postcode'],
      error: 'addresses.postcode.wrong',
      when: ({ value }) => isTyped(value, 'postcode') && isTyped(value, 'country'),
    })
    .refine((typed) => regionFits(textOf(typed, 'region'), textOf(typed, 'country')), {
      path: ['region'],
      error: 'addresses.region.missing',
      when: ({ value }) => isTyped(value, 'country'),
    })
}

/** The address among the values of a form, its postcode as its country writes it. */
export function addressOf(typed: Address): Address {
  const { name, line1, line2, postcode, city, region, country, phone } = typed
  return { name, line1, line2, postcode: tidyPostcode(postcode, country), city, region, country, phone }
}

/** Text without line breaks and doubled spaces. */
export function lineOf(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

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

function isTyped(value: unknown, field: string): boolean {
  return typeof (value as Record<string, unknown> | null)?.[field] === 'string'
}

function textOf(value: unknown, field: string): string {
  return String((value as Record<string, unknown>)[field] ?? '')
}
