import { findOwners } from '../catalogue/index.ts'
import { stockLevels } from '../inventory/index.ts'
import { type Fault, inOrder, type Refuse } from '../platform/faults.ts'
import type { Progress } from '../platform/progress.ts'
import { groupsIn } from './groups.ts'
import type { PictureFiles } from './picture-files.ts'
import { type ImportedProduct, readProduct } from './read-product.ts'
import type { ImportedVariant, Reading } from './read-variants.ts'
import { detached, type Survey } from './survey.ts'

/** What is wrong with a file, and which products cannot be taken because of it. */
export interface Checked {
  faults: Fault[]
  broken: ReadonlySet<string>
}

interface Check {
  file: string
  survey: Survey
  reading: Reading
  files: PictureFiles
  shown: Progress
}

const AT_A_TIME = 500

/** Understands every row of the file and compares it with the shop, without writing anything. */
export async function checkFile({ file, survey, reading, files, shown }: Check): Promise<Checked> {
  const faults: Fault[] = []
  const broken = new Set<string>()
  const refuseFor =
    (slug: string): Refuse =>
    (line, sentence) => {
      faults.push({ line, sentence })
      broken.add(detached(slug))
    }
  const skus = new Map<string, number>()
  let waiting: ImportedProduct[] = []
  const compare = async () => {
    await compareWithShop(waiting, refuseFor)
    waiting = []
  }
  for await (const group of groupsIn(file, survey)) {
    const refuse = refuseFor(group.slug)
    const product = readProduct(group, reading, refuse)
    refuseKnownSkus(product?.variants ?? [], skus, refuse)
    await files.check(product?.pictures ?? [], refuse)
    if (product) waiting.push(product)
    if (waiting.length === AT_A_TIME) await compare()
    shown.step()
  }
  await compare()
  return { faults: inOrder(faults), broken }
}

function refuseKnownSkus(variants: ImportedVariant[], known: Map<string, number>, refuse: Refuse): void {
  for (const { line, draft } of variants) {
    const first = known.get(draft.sku)
    if (first === undefined) known.set(detached(draft.sku), line)
    else refuse(line, `The SKU “${draft.sku}” stands on line ${first} already.`)
  }
}

/** A SKU can be another product's, and fewer pieces can be given than are held for orders. */
async function compareWithShop(
  products: ImportedProduct[],
  refuseFor: (slug: string) => Refuse,
): Promise<void> {
  const owners = await findOwners(products.flatMap(({ variants }) => variants.map(({ draft }) => draft.sku)))
  const levels = await stockLevels([...owners.values()].map(({ variantId }) => variantId))
  for (const { slug, variants } of products) {
    for (const { line, draft, onHand } of variants) {
      const owner = owners.get(draft.sku)
      const held = levels.get(owner?.variantId ?? 0)?.held ?? 0
      if (owner && owner.slug !== slug) refuseFor(slug)(line, ownedElsewhere(draft.sku, owner.slug))
      else if (onHand !== undefined && onHand < held) refuseFor(slug)(line, heldForOrders(held, onHand))
    }
  }
}

export function ownedElsewhere(sku: string, owner: string): string {
  return `The SKU “${sku}” belongs to the product “${owner}”.`
}

export function heldForOrders(held: number, onHand: number): string {
  return `${held} pieces are held for orders: there cannot be only ${onHand}.`
}
