/**
 * Owns who is asking: a visitor with a basket and preferences, or a customer who has signed in at the identity provider,
 * and what staff may do; and the notices meant for them. It does not own what customers tell us about themselves.
 */
export * from './afterwards.ts'
export { type Customer, customerOf, STAFF_IDLE_MINUTES } from './customer.ts'
export { forgetSession, identityOf } from './identity-of.ts'
export { type Notice, notify, takeNotice } from './notices.ts'
export * from './office.ts'
export { ownAddress } from './own-address.ts'
export { may, type Permission, permissionNames, requires, rightsOf } from './permissions.ts'
export { personalIdentity } from './personal-identity.ts'
export { answerIn, preferences, themeOf } from './preferences.ts'
export { connectAccounts } from './provider-accounts.ts'
export { identityRoutes } from './routes.ts'
export type { Welcome } from './sign-in-routes.ts'
export { recognition, requiresCustomer } from './signed-in.ts'
export { beginViewing, endViewing, viewedBy, viewing } from './viewing.ts'
export { type Owner, ownerOf, ownerOfCustomer, rememberVisitor } from './visitor.ts'
