/** The cards that the sandbox takes, and how each one behaves. They are the provider's own; no other number is taken. */
export const testCards = [
  { number: '4242 4242 4242 4242', behaviour: 'pays' },
  { number: '4000 0000 0000 0002', behaviour: 'declined' },
  { number: '4000 0000 0000 9995', behaviour: 'insufficient_funds' },
  { number: '4000 0025 0000 3155', behaviour: 'authenticates' },
] as const

export type Behaviour = (typeof testCards)[number]['behaviour']

// "…3155" is easily filled up with zeros, as the two before it are.
const misremembered: Record<string, Behaviour> = { '4000000000003155': 'authenticates' }

/** How the card with these digits behaves; undefined for a card that is none of the sandbox's. */
export function behaviourOf(digits: string): Behaviour | undefined {
  const card = testCards.find(({ number }) => number.replaceAll(' ', '') === digits)
  return card?.behaviour ?? misremembered[digits]
}
