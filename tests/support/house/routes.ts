import type { Express, Router } from 'express'

/** An address of the shop, as its route was declared. */
export interface Address {
  method: string
  path: string
  /** Its handler says what form it takes. */
  hasSchema: boolean
  /** What the audit log calls the change that it makes. */
  action: string | undefined
  /** The rights that it asks for itself. */
  permissions: string[]
}

interface Layer {
  rawPath: string | string[]
  handle: { stack?: Layer[] }
  route?: {
    path: string
    stack: { method?: string; handle: { schema?: unknown; permission?: string; action?: string } }[]
  }
}

/**
 * Every address of an app, in the order in which routes are tried. Express keeps the path of a mounted router only
 * as the pattern `rawPath`; should it stop doing so, this fails instead of losing routes.
 */
export function addressesOf(app: Express | Router): Address[] {
  const { stack } = ('router' in app ? app.router : app) as unknown as { stack: Layer[] }
  return walk(stack, '')
}

function walk(stack: Layer[], mount: string): Address[] {
  return stack.flatMap((layer) => {
    if (layer.route) return addressesIn(layer.route, mount)
    if (!layer.handle.stack) return []
    if (layer.rawPath === undefined) throw new Error('Express no longer tells where a router is mounted')
    return walk(layer.handle.stack, join(mount, String(layer.rawPath)))
  })
}

function addressesIn({ path, stack }: NonNullable<Layer['route']>, mount: string): Address[] {
  const methods = [...new Set(stack.map(({ method }) => method ?? 'all'))]
  return methods.map((method) => ({
    method: method.toUpperCase(),
    path: join(mount, path) || '/',
    hasSchema: stack.some((layer) => (layer.method ?? 'all') === method && layer.handle.schema !== undefined),
    action: stack.find((layer) => (layer.method ?? 'all') === method && layer.handle.action)?.handle.action,
    permissions: stack.flatMap((layer) =>
      (layer.method ?? 'all') === method && layer.handle.permission ? [layer.handle.permission] : [],
    ),
  }))
}

function join(mount: string, path: string): string {
  return mount + (path === '/' ? '' : path)
}
