/** Where something is recommended: at home, beside a product, under the basket, after an order. */
export const placements = ['home', 'product', 'basket', 'order'] as const
export type Placement = (typeof placements)[number]
