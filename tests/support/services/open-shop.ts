import { emptyFolder, startShop } from './embedded-shop.ts'

/** Once before all journeys: the shop as `npm start` opens it in an empty folder; afterwards it must stop clean. */
export default async function openShop(): Promise<() => Promise<void>> {
  const { folder, remove } = emptyFolder()
  process.env.JOURNEYS_DATA_DIR = folder
  const shop = startShop(folder, Number(process.env.JOURNEYS_PORT))
  await shop.open
  return async () => {
    const code = await shop.stop()
    remove()
    if (code !== 0) throw new Error(`The shop did not stop clean (exit code ${code}).\n${shop.words()}`)
  }
}
