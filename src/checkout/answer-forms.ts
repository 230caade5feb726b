import { z } from 'zod'
import { addressShape, lineOf, withAddressRules } from '../addresses/index.ts'
import { paymentMethods } from '../payments/index.ts'

const email = z
  .string('checkout.email.missing')
  .transform(lineOf)
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
export const addressForm = withAddressRules(
  z.object({
    email: email.optional(),
    reminder: ticked,
    ...addressShape,
    keep: ticked,
    step: z.string().optional(),
  }),
)

/** An address of the customer's own book. */
export const keptAddressForm = z.object({ kept: z.coerce.number('shared.form.wrong').int().positive() })

export const deliveryForm = z.object({ delivery: z.string('checkout.delivery.missing').max(60) })

export const paymentMethodForm = z.object({ method: z.enum(paymentMethods, 'checkout.method.missing') })

export const reviewForm = z.object({
  basket: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  fingerprint: z.string().max(60),
})
