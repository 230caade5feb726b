import { openShop } from './launcher/run.ts'

await openShop({ watching: true })
