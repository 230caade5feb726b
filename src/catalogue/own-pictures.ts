import { config } from '../platform/config.ts'
import { rows, type Transaction } from '../platform/database.ts'
import { mediaAddress } from './picture-view.ts'
import { largestWidth, renditionKey } from './renditions.ts'
import type { StoredPicture } from './store-picture.ts'

const root = new URL(`${mediaAddress}/`, config.baseUrl).href

/** Where everybody can fetch a picture of ours, as large as it is kept. */
export function publicPicture({ key, width }: Pick<StoredPicture, 'key' | 'width'>): string {
  return root + renditionKey(key, Math.min(width, largestWidth), 'jpeg')
}

/** Which of these addresses are pictures that hang here already. */
export async function ownPictures(addresses: string[], tx: Transaction): Promise<Map<string, StoredPicture>> {
  const keys = new Map(
    addresses.flatMap((address) => (address.startsWith(root) ? [[address, keyIn(address)]] : [])),
  )
  if (keys.size === 0) return new Map()
  const found = await rows<StoredPicture>(
    `select distinct on (media_key) media_key as key, width, height, colour from catalogue.pictures
     where media_key = any($keys::text[])`,
    { keys: [...keys.values()] },
    tx,
  )
  const known = new Map(found.map((picture) => [picture.key, picture]))
  return new Map([...keys].flatMap(([address, key]) => (known.has(key) ? [[address, known.get(key)!]] : [])))
}

function keyIn(address: string): string {
  return address.slice(root.length).split('/', 1)[0]!
}
