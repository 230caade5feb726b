import { runOnDatabase } from './launcher/run.ts'

// node src/commands/on-database.ts SCRIPT ARGUMENTS…
await runOnDatabase(process.argv.slice(2))
