import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import type { Values } from './messages.ts'

/** A sentence to a person about a field (or about the whole form, without one), as a key of the catalogues. */
export interface FormError {
  field: string | undefined
  key: string
  values?: Values
}

/** What a person sent, what it means when it is sound, and what to tell them when it is not. */
export class Form<Value> {
  readonly given: Record<string, string>
  readonly errors: FormError[]
  readonly #value: Value | undefined

  constructor(given: Record<string, string>, value: Value | undefined, errors: FormError[] = []) {
    this.given = given
    this.errors = errors
    this.#value = value
  }

  get ok(): boolean {
    return this.errors.length === 0
  }

  /** The sound value. Only to be read after `ok`. */
  get value(): Value {
    if (this.#value === undefined) throw new Error('A form was read that is not sound')
    return this.#value
  }

  /** What stood in the field, to show it again. */
  text(field: string): string {
    return this.given[field] ?? ''
  }

  errorOf(field: string): FormError | undefined {
    return this.errors.find((error) => error.field === field)
  }

  /** The same form, with something that its errors can name: an example, say. */
  explain(values: Values): Form<Value> {
    const errors = this.errors.map((error) => ({ ...error, values: { ...values, ...error.values } }))
    return new Form(this.given, this.#value, errors)
  }

  /** The same form, refused for one more reason. */
  refuse(key: string, values?: Values, field?: string): Form<Value> {
    return new Form(this.given, this.#value, [...this.errors, { field, key, ...(values && { values }) }])
  }
}

/** A form that nobody has sent yet, with what is known already. */
export function blankForm(given: Record<string, string | undefined> = {}): Form<never> {
  const known = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new Form<never>(Object.fromEntries(known), undefined)
}

const MESSAGE_KEY = /^[a-z]+(\.[\w-]+)+$/

/** Reads what a person sent by its schema. The schema's messages are keys of the catalogues; without one, "wrong" is said. */
export function parseForm<Schema extends z.ZodObject>(schema: Schema, body: unknown): Form<z.infer<Schema>> {
  const sent = withoutNul(z.record(z.string(), z.unknown()).catch({}).parse(body))
  const given = Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const parsed = schema.safeParse(sent)
  if (parsed.success) return new Form(given, parsed.data)
  const errors = parsed.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || undefined,
    key: MESSAGE_KEY.test(issue.message) ? issue.message : 'shared.form.wrong',
  }))
  return new Form<z.infer<Schema>>(given, undefined, inOrderOfFields(schema, firstOfEachField(errors)))
}

/** Nobody can type the sign NUL, and the database keeps none. */
function withoutNul(sent: Record<string, unknown>): Record<string, unknown> {
  const cleaned = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(cleaned) : cleaned(value),
    ]),
  )
}

type FormHandler<Value> = (
  req: Request,
  res: Response,
  form: Form<Value>,
  next: NextFunction,
) => Promise<unknown>

/** A handler of a form: every POST is declared with the schema of what it takes. */
export function takes<Schema extends z.ZodObject>(
  schema: Schema,
  handle: FormHandler<z.infer<Schema>>,
): RequestHandler {
  const handler: RequestHandler = async (req, res, next) => {
    await handle(req, res, parseForm(schema, req.body), next)
  }
  return Object.assign(handler, { schema })
}

/** For a POST that takes nothing but its address. */
export const nothing = z.object({})

function firstOfEachField(errors: FormError[]): FormError[] {
  return errors.filter((error, index) => errors.findIndex((other) => other.field === error.field) === index)
}

/** As a person goes through the form: in the order in which the schema names its fields. */
function inOrderOfFields(schema: z.ZodObject, errors: FormError[]): FormError[] {
  const place = ({ field }: FormError) => Object.keys(schema.shape).indexOf(field ?? '')
  return errors.toSorted((a, b) => place(a) - place(b))
}
