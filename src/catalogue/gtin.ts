/** The barcode as a Global Trade Item Number, where it is one: 8, 12, 13 or 14 digits, the last of which checks. */
export function gtinOf(barcode: string | null): string | undefined {
  const digits = barcode?.replace(/[\s-]/g, '') ?? ''
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return undefined
  const sum = [...digits.slice(0, -1)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1)) ? digits : undefined
}
