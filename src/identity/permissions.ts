import type { Request, RequestHandler } from 'express'
import { Forbidden } from '../platform/errors.ts'
import { logger } from '../platform/logger.ts'
import { customerOf } from './customer.ts'
import { askToSignIn } from './signed-in.ts'

export const roles = ['admin', 'catalogue', 'orders', 'support', 'analyst'] as const
export type Role = (typeof roles)[number]

/** Everything that staff may do, named by what it allows, and the roles that may. An `admin` may do all of it. */
export const permissions = {
  'enter-office': ['catalogue', 'orders', 'support', 'analyst'],
  'edit-products': ['catalogue'],
  'edit-prices': ['catalogue'],
  'edit-rules': [],
  'adjust-stock': ['catalogue', 'orders'],
  'see-orders': ['orders', 'support', 'analyst'],
  'place-orders': ['orders', 'support'],
  'note-orders': ['orders', 'support'],
  'ship-orders': ['orders'],
  'refund-orders': ['orders', 'support'],
  'settle-payments': ['orders'],
  'decide-returns': ['orders', 'support'],
  'see-customers': ['support'],
  'note-customers': ['support'],
  'view-as-customers': ['support'],
  'disable-customers': ['support'],
  'erase-customers': [],
  'moderate-reviews': ['support', 'catalogue'],
  'see-figures': ['catalogue', 'orders', 'support', 'analyst'],
  'see-audit': [],
  'retry-jobs': [],
  'see-staff': [],
  'disable-staff': [],
} satisfies Record<string, Role[]>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

/** Whether one of the roles allows it. */
export function allows(held: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission]
  return held.some((role) => role === 'admin' || allowed.includes(role))
}

/** Whether whoever asks is signed in and allowed to. */
export function may(req: Request, permission: Permission): boolean {
  return allows(customerOf(req)?.roles ?? [], permission)
}

/**
 * Lets nobody pass who is not allowed to: whoever is not signed in is asked to, anybody else is told which right
 * is missing. The one place where rights are checked.
 */
export function requires(permission: Permission): RequestHandler {
  const gate: RequestHandler = (req, res, next) => {
    const customer = customerOf(req)
    if (!customer) return askToSignIn(req, res)
    if (allows(customer.roles, permission)) return next()
    logger.warn(
      { reference: req.id, customerId: customer.id, permission, address: `${req.method} ${req.path}` },
      'somebody lacks a right',
    )
    throw new Forbidden(permission)
  }
  return Object.assign(gate, { permission })
}

/** Everything that whoever asks may do. */
export function rightsOf(req: Request): Permission[] {
  return customerOf(req)?.roles.length ? permissionNames.filter((permission) => may(req, permission)) : []
}
