/** The address of a product as a variant, without the language. */
export function productAddress(
  slug: string,
  { sku, quantity = '1', view }: { sku: string; quantity?: string; view?: number | undefined },
): string {
  const query = new URLSearchParams({
    sku,
    ...(quantity !== '1' && { quantity }),
    ...(view !== undefined && { view: String(view) }),
  })
  return `/products/${slug}?${query}`
}
