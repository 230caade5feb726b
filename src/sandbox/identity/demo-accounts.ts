/** The password of every demo account; it is shown where they are asked for it. */
export const demoPassword = 'quiet-gallery-2026'

/** Who can sign in at the sandbox from the beginning: customers, and staff with one role each. */
export const demoAccounts = [
  { email: 'asha@example.com', name: 'Asha Rao', groups: [] },
  { email: 'ben@example.com', name: 'Ben Okafor', groups: [] },
  { email: 'admin@example.com', name: 'Ada Admin', groups: ['admin'] },
  { email: 'orders@example.com', name: 'Olu Orders', groups: ['orders'] },
  { email: 'products@example.com', name: 'Pia Products', groups: ['catalogue'] },
  { email: 'support@example.com', name: 'Sam Support', groups: ['support'] },
  { email: 'analyst@example.com', name: 'Ana Analyst', groups: ['analyst'] },
]
