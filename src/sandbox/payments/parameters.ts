import { z } from 'zod'
import { ParameterError } from './errors.ts'
import { type Form, isForm } from './form-body.ts'

/** A whole number, as it is written in a form. */
export const integer = z
  .string()
  .refine((value) => /^-?\d{1,15}$/.test(value), {
    error: 'Invalid integer',
    params: { code: 'parameter_invalid_integer' },
  })
  .transform(Number)

/** A whole number of at least one. */
export const positiveInteger = integer.refine((value) => value >= 1, {
  error: 'This value must be greater than or equal to 1.',
  params: { code: 'parameter_invalid_integer' },
})

/** Text that is not empty. */
export const text = (longest = 5000) =>
  z
    .string()
    .min(1, { error: 'You passed an empty string for this parameter.' })
    .max(longest, { error: `This value must have at most ${longest} characters.` })

/** A list, which a form writes as fields with numbers for names. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (isForm(value) ? Object.values(value) : value), z.array(item))

/** The caller's own notes: at most 50, names of 40 and values of 500 characters. An empty value is no note. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((notes) => Object.keys(notes).length <= 50, { error: 'You can have at most 50 keys.' })
  .transform((notes) => Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== '')))

/** Where a browser may be sent. */
export const webAddress = text(5000).refine(
  (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
  { error: 'Not a valid URL', params: { code: 'url_invalid' } },
)

/** Generous: whether an address exists, only a mail can tell. */
const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,250}\.[^\s@]{2,}$/

export const looksLikeEmail = (value: string) => emailPattern.test(value)

export const email = z
  .string()
  .refine(looksLikeEmail, { error: 'Invalid email address', params: { code: 'email_invalid' } })

/** Which references to answer in full: `expand[]=payment_intent`. */
export const expand = list(text(200)).default([])

/** A form that may say nothing else. */
export const expansionForm = z.strictObject({ expand })

/**
 * Reads a form by its schema.
 * @throws ParameterError that names the first wrong, unknown or missing parameter.
 */
export function readParameters<Schema extends z.ZodType>(schema: Schema, form: Form): z.output<Schema> {
  const parsed = schema.safeParse(form, { reportInput: true })
  if (parsed.success) return parsed.data
  throw refusalOf(parsed.error.issues[0]!)
}

function refusalOf(issue: z.core.$ZodIssue): ParameterError {
  if (issue.code === 'unrecognized_keys') {
    const name = nameOf([...issue.path, issue.keys[0]!])
    return new ParameterError(name, `Received unknown parameter: ${name}`, 'parameter_unknown')
  }
  const name = nameOf(issue.path)
  if (issue.input === undefined) {
    return new ParameterError(name, `Missing required param: ${name}.`, 'parameter_missing')
  }
  if (issue.input === '')
    return new ParameterError(name, `${name}: ${issue.message}`, 'parameter_invalid_empty')
  const code = issue.code === 'custom' && issue.params?.code
  return new ParameterError(name, `${name}: ${issue.message}`, typeof code === 'string' ? code : undefined)
}

function nameOf([head, ...rest]: PropertyKey[]): string {
  return `${String(head)}${rest.map((step) => `[${String(step)}]`).join('')}`
}
