/**
 * Owns who is asking: a visitor with a basket and preferences, and the notices meant for them.
 * It does not own what customers tell us about themselves.
 */
export { type Notice, notify, takeNotice } from './notices.ts'
export { preferences, themeOf } from './preferences.ts'
export { identityRoutes } from './routes.ts'
export { type Owner, ownerOf, rememberVisitor } from './visitor.ts'
