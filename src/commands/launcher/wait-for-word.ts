// Preloaded into the shop: loads all that it is made of while the database is still being prepared, and then holds
// it back until the launcher gives the word. This halves the time of a second start.
const word = new Promise((resolve) => process.once('message', resolve))
process.channel?.ref()
await import('../../app.ts')
await word
process.channel?.unref()
