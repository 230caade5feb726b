import { runLauncher } from './launcher/run.ts'

await runLauncher({ watching: false })
