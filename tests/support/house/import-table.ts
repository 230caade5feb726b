import type { ImportTable } from './imports.ts'

/** Who may import whom: an arrow is added when the domain asks for it, with a sentence of why in src/README.md. */
export const importTable: ImportTable = {
  addresses: [],
  inventory: [],
  media: [],
  search: [],
  catalogue: ['inventory', 'media', 'pricing', 'search', 'identity', 'reviews'],
  pricing: [],
  credit: [],
  identity: [],
  customers: ['addresses', 'identity', 'catalogue', 'pricing'],
  alerts: ['identity', 'catalogue', 'inventory'],
  basket: ['identity', 'catalogue', 'inventory', 'pricing', 'credit'],
  payments: [],
  orders: ['addresses', 'identity', 'inventory', 'payments', 'pricing', 'credit'],
  reviews: ['identity', 'orders'],
  invoicing: ['addresses', 'orders', 'payments', 'pricing', 'identity'],
  checkout: [
    'addresses',
    'identity',
    'customers',
    'catalogue',
    'inventory',
    'pricing',
    'basket',
    'payments',
    'orders',
  ],
  notifications: ['identity', 'orders', 'customers', 'alerts'],
  shopify: ['catalogue', 'inventory', 'media', 'search'],
  recommendations: ['catalogue', 'customers', 'identity'],
  analytics: [],
}

const modules = Object.keys(importTable)

/** The back office and the API stand above all modules and may ask each of them. */
export const wholeTable: ImportTable = { ...importTable, admin: modules, api: modules }
