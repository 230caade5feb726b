/** What the shop reads of a bank's list, and what banks call it (in small letters, without spaces and marks). */
const headings = {
  date: [
    'date',
    'bookingdate',
    'buchungstag',
    'buchungsdatum',
    'buchung',
    'valuta',
    'valutadatum',
    'wertstellung',
  ],
  amount: ['amount', 'betrag', 'betrageur', 'umsatz', 'umsatzeur'],
  currency: ['currency', 'währung', 'waehrung'],
  purpose: ['purpose', 'verwendungszweck', 'reference', 'remittanceinformation', 'description', 'zweck'],
  sender: [
    'sender',
    'name',
    'payer',
    'auftraggeber',
    'auftraggeberempfänger',
    'auftraggeberbegünstigter',
    'beguenstigterzahlungspflichtiger',
    'begünstigterzahlungspflichtiger',
    'zahlungspflichtiger',
    'namezahlungsbeteiligter',
  ],
  reference: [
    'lineid',
    'id',
    'transactionid',
    'transaktionsid',
    'umsatzid',
    'buchungsid',
    'referenz',
    'bankreferenz',
  ],
} as const

export type Column = keyof typeof headings

const needed: Column[] = ['date', 'amount', 'purpose', 'reference']

/** Where each column stands in a row of headings; undefined for a row that has not all that is needed. */
export function columnsIn(cells: string[]): Map<Column, number> | undefined {
  const plain = cells.map((cell) => cell.toLowerCase().replace(/[^\p{L}\d]/gu, ''))
  const found = new Map<Column, number>()
  for (const [column, names] of Object.entries(headings)) {
    const at = plain.findIndex((cell) => (names as readonly string[]).includes(cell))
    if (at >= 0) found.set(column as Column, at)
  }
  return needed.every((column) => found.has(column)) ? found : undefined
}
