import type { Specimen } from './shared.ts'

const customer = { customer: 'admin@example.com' }
const staff = [
  {
    id: 1,
    email: 'admin@example.com',
    name: 'Ada Admin',
    roles: ['admin'],
    isDisabled: false,
    seenAt: new Date('2026-11-26T16:05:00Z'),
  },
  {
    id: 2,
    email: 'a.very.long.name.of.somebody.who.packs@warehouse.example.com',
    name: '',
    roles: ['orders', 'support'],
    isDisabled: true,
    seenAt: null,
  },
]

export const specimens: Specimen[] = [
  {
    address: '/admin',
    view: 'admin/show',
    model: { name: 'Ada Admin', roles: ['admin'], allowed: ['enter-office', 'see-staff'] },
    surroundings: customer,
  },
  {
    address: '/admin/staff',
    view: 'admin/staff',
    model: { staff, self: 1, mayDisable: true },
    surroundings: customer,
  },
  {
    address: '/errors/403?right',
    view: 'shared/error',
    model: { status: 403, reference: '4f7c2d18-93a0', minutes: 1, permission: 'see-staff' },
    surroundings: customer,
  },
]
