// Preloaded into every process of the shop that the launcher starts: when the launcher is gone, however it went,
// the channel to it closes, and the process leaves as if it had been asked to.
const LEAVE_MS = 4_000

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), LEAVE_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
