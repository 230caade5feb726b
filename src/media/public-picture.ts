import { config } from '../platform/config.ts'
import { mediaAddress } from './picture.ts'
import { largestWidth, renditionKey } from './renditions.ts'
import type { StoredPicture } from './store-picture.ts'

const root = new URL(`${mediaAddress}/`, config.baseUrl).href

/** Where everybody can fetch a picture of ours, as large as it is kept. */
export function publicPicture({ key, width }: Pick<StoredPicture, 'key' | 'width'>): string {
  return root + renditionKey(key, Math.min(width, largestWidth), 'jpeg')
}

/** The key of the picture of ours that is fetched from there, if it is one. */
export function keyOfPublicPicture(address: string): string | undefined {
  return address.startsWith(root) ? address.slice(root.length).split('/', 1)[0] : undefined
}
