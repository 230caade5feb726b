import { ParameterError } from './errors.ts'

/** A form with nested names: `line_items[0][quantity]=2` is `{ line_items: { 0: { quantity: '2' } } }`. */
export interface Form {
  [name: string]: string | Form
}

const DEEPEST = 8

/**
 * Reads a form body or query string. A list is a form with numbers for names; `expand[]=a` counts up.
 * @throws ParameterError when it nests deeper than any request of the provider's does.
 */
export function parseForm(text: string): Form {
  const form = emptyForm()
  for (const [name, value] of new URLSearchParams(text)) put(form, steps(name), value)
  return form
}

export function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null
}

// Without a prototype, a field called "constructor" is just a field.
const emptyForm = (): Form => Object.create(null)

function steps(name: string): string[] {
  const [head = '', ...rest] = name.split('[')
  if (rest.length > DEEPEST) throw new ParameterError(name, `The parameter ${name} nests too deep`)
  return [head, ...rest.map((step) => step.replace(/\]$/, ''))]
}

function put(form: Form, [head = '', ...rest]: string[], value: string): void {
  const name = head === '' ? String(Object.keys(form).length) : head
  if (rest.length === 0) {
    form[name] = value
    return
  }
  const inner = form[name]
  const next = isForm(inner) ? inner : emptyForm()
  form[name] = next
  put(next, rest, value)
}
