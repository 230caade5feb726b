import { setStock } from '../../src/inventory/index.ts'
import { transaction } from '../../src/platform/database.ts'
import { goods } from './books.ts'
import { type StepKind, told } from './step.ts'

const counts: StepKind = (_books, chance) => {
  const good = chance.of(goods)!.name
  const onHand = chance.between(0, 14)
  return {
    says: `${onHand} of ${good} are counted`,
    inTheBooks({ stock }) {
      if (onHand < stock[good].held) return 'held'
      stock[good].onHand = onHand
      return 'done'
    },
    inTheShop: async (world) => {
      const counted = { variantId: world.variantId(good), onHand, reason: 'count' as const, actor: 'staff' }
      return told(transaction((tx) => setStock(tx, counted)))
    },
  }
}

export const stockSteps = { counts }
