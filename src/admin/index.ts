/**
 * Owns the screens on which staff work, and who may see which. It does not own any data of the shop: it asks the modules,
 * and calls the changes that the shop calls.
 */
export { adminRoutes } from './routes.ts'
