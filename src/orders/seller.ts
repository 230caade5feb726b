/** Who sells, as the law wants it on invoices, and where money is transferred to. The one place of it. */
export const seller = {
  name: 'Purveyor',
  street: 'Beispielweg 1',
  city: '10115 Berlin',
  country: 'DE',
  email: 'help@purveyor.example',
  vatId: 'DE123456788',
  bank: {
    holder: 'Purveyor',
    iban: 'DE89 3704 0044 0532 0130 00',
    bic: 'COBADEFFXXX',
  },
} as const

export type Seller = typeof seller
