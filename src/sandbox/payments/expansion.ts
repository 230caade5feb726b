import { ParameterError } from './errors.ts'
import { asAnswered } from './events.ts'
import type { Provider } from './provider.ts'

type Json = Record<string, unknown>

/**
 * An answer in which the references that the caller named are whole objects: `payment_intent.latest_charge` puts
 * the payment where its id was, and in it the charge.
 * @throws ParameterError for a name that holds no reference.
 */
export function expanded(provider: Provider, answer: object, paths: string[]): object {
  return paths.reduce<Json>((holder, path) => expandPath(provider, holder, path.split('.'), path), {
    ...answer,
  })
}

function expandPath(provider: Provider, holder: Json, [step = '', ...rest]: string[], path: string): Json {
  const whole = wholeOf(provider, holder, step, path)
  return {
    ...holder,
    [step]: rest.length === 0 || whole === null ? whole : further(provider, whole, rest, path),
  }
}

function further(provider: Provider, whole: unknown, rest: string[], path: string): unknown {
  if (Array.isArray(whole)) return whole.map((item) => expandPath(provider, item, rest, path))
  return expandPath(provider, whole as Json, rest, path)
}

function wholeOf(provider: Provider, holder: Json, step: string, path: string): unknown {
  if (holder.object === 'checkout.session' && step === 'line_items') {
    return provider.objects.get('checkout.session', String(holder.id), 'id').line_items
  }
  const value = holder[step]
  if (value === null || (typeof value === 'object' && value !== undefined)) return value
  const found = typeof value === 'string' ? provider.objects.byId(value) : undefined
  if (!found) throw new ParameterError('expand', `This property cannot be expanded (${path}).`)
  return asAnswered(found)
}
