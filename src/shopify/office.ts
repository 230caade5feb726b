/** Files of goods that staff have sent. */
export {
  beginImport,
  findUpload,
  forgetUploads,
  keepUpload,
  lastUploads,
  sentUploadOf,
  type Upload,
  uploadStateOf,
} from './upload.ts'
