import { previewApp } from './preview-app.ts'
import { specimens } from './specimens.ts'

const port = Number(process.argv[2])
if (!port) throw new Error('Say on which port: node tests/look/preview.ts 4350')

previewApp().listen(port, '127.0.0.1', () => {
  for (const { address } of specimens) console.log(`http://localhost:${port}${address}`)
})
