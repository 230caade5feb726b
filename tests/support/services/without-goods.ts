// Migrates a database and marks it as seeded, so that a shop opens on it at once, with nothing to sell:
// drawing all the goods takes its time, and the journeys in the browser begin with that anyway.
import { hashOfFolder, markSeeded } from '../../../src/commands/seed-marks.ts'
import { diskMediaStore } from '../../../src/media/index.ts'
import { config } from '../../../src/platform/config.ts'
import { database } from '../../../src/platform/database.ts'
import { migrateUp } from '../../../src/platform/migrations.ts'

await migrateUp()
const goods = new URL('../../../src/commands/demo/', import.meta.url)
await markSeeded(await hashOfFolder(goods), diskMediaStore(config.media.folder))
await database.close()
