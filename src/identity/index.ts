/**
 * Owns who is asking: a visitor with a basket. It does not own what customers tell us about themselves.
 */
export { type Owner, ownerOf, rememberVisitor } from './visitor.ts'
