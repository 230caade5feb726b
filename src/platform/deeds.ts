/** What somebody does with goods, as the modules tell it. Whether any of it is kept is for whoever listens (`app.ts`). */
export type Deed =
  | { kind: 'view' | 'basket' | 'wish' | 'dismissal'; productId: number }
  | { kind: 'search'; words: string }
  /** A look at a product that was recommended in this place. */
  | { kind: 'click'; productId: number; placement: string }
