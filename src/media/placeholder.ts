import type { MediaStore } from './media-store.ts'
import { keyOf, type StoredPicture, storeDrawing } from './store-picture.ts'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 1200" width="960" height="1200">
<rect width="960" height="1200" fill="#efe8dc"/>
<path d="M0 800h960v400H0z" fill="#e7dfd2"/>
<ellipse cx="480" cy="812" rx="250" ry="34" fill="#d5c9b6"/>
<ellipse cx="480" cy="780" rx="260" ry="44" fill="#f8f4ec"/>
<ellipse cx="480" cy="774" rx="180" ry="26" fill="#ece4d7"/>
</svg>`

/** An empty plate: what is shown of a product that has no picture, or whose picture has yet to be fetched. */
export const placeholder: StoredPicture = {
  key: keyOf(Buffer.from(drawing)),
  width: 960,
  height: 1200,
  colour: '#efe8dc',
}

/** Makes sure that the empty plate is in the store. */
export async function storePlaceholder(store: MediaStore): Promise<void> {
  await storeDrawing(store, drawing)
}
