import { specimens } from '../look/specimens.ts'
import { mails } from '../support/view-models/emails.ts'
import { checkoutPreview } from './preview-app.ts'

const port = Number(process.argv[2])
if (!port) throw new Error('Say on which port: node tests/look-of-checkout/preview.ts 4450')

checkoutPreview().listen(port, '127.0.0.1', () => {
  const letters = mails.flatMap(({ address }) => [`/en${address}`, `/de${address}`])
  const pages = specimens.map(({ address }) => address)
  for (const address of [...pages, ...letters]) console.log(`http://localhost:${port}${address}`)
})
