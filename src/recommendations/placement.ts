/** Where something is recommended: at home, beside a product, under the basket, after an order. */
export const placements = ['home', 'product', 'basket', 'order'] as const
export type Placement = (typeof placements)[number]

/** What a mail recommends counts as a place of its own, of which only clicks are known. */
export const clickable = [...placements, 'mail'] as const
