import { keyOfPublicPicture, type StoredPicture } from '../media/index.ts'
import { rows, type Transaction } from '../platform/database.ts'

/** Which of these addresses are pictures that hang here already. */
export async function ownPictures(addresses: string[], tx: Transaction): Promise<Map<string, StoredPicture>> {
  const keys = new Map(
    addresses.flatMap((address) => {
      const key = keyOfPublicPicture(address)
      return key ? [[address, key]] : []
    }),
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
