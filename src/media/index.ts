/**
 * Owns pictures as files: taking them in, rendering them, keeping them, and giving them to browsers.
 * It does not own what they show, nor where they hang: whoever shows a picture keeps its key.
 */
export { diskMediaStore } from './disk-media-store.ts'
export { download } from './download.ts'
export { mediaRoutes } from './media-routes.ts'
export type { MediaStore } from './media-store.ts'
export { openMediaStore } from './open-media-store.ts'
export { PICTURE_BYTES } from './photograph.ts'
export { type Picture, pictureOf } from './picture.ts'
export { placeholder, storePlaceholder } from './placeholder.ts'
export { keyOfPublicPicture, publicPicture } from './public-picture.ts'
export { type StoredPicture, storeDrawing, storePhotograph } from './store-picture.ts'
export { type SentPicture, takesUpload } from './takes-upload.ts'
