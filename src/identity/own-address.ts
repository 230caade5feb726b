/** An address within the shop, whatever was asked for. */
export function ownAddress(asked: string): string {
  const base = 'http://shop.invalid'
  const address = URL.canParse(asked, base) ? new URL(asked, base) : undefined
  if (address?.origin !== base || !asked.startsWith('/')) return '/'
  return `/${address.pathname.replace(/^\/+/, '')}${address.search}`
}
