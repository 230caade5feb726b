/**
 * Owns who is asking: a visitor with a basket and preferences, or a customer who has signed in at the identity provider,
 * and what staff may do; and the notices meant for them. It does not own what customers tell us about themselves.
 */
export { type Customer, customerOf } from './customer.ts'
export { type Notice, notify, takeNotice } from './notices.ts'
export { may, requires } from './permissions.ts'
export { preferences, themeOf } from './preferences.ts'
export { identityRoutes } from './routes.ts'
export type { Welcome } from './sign-in-routes.ts'
export { recognition, requiresCustomer } from './signed-in.ts'
export { type Owner, ownerOf, rememberVisitor } from './visitor.ts'
