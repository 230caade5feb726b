import { migrateDown, migrateUp } from '../platform/migrations.ts'

const names = process.argv.includes('--down') ? await migrateDown() : await migrateUp()
for (const name of names) console.log(name)
console.log(names.length === 0 ? 'The database is up to date.' : `${names.length} migrations done.`)
