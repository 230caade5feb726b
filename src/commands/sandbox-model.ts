import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { config } from '../platform/config.ts'
import { closeDatabase } from '../platform/database.ts'
import { runningArtifact } from '../recommendations/index.ts'
import { serveModel } from './sagemaker/serve-model.ts'
import { MODEL } from './sagemaker/train-model.ts'

const LOOKS_EVERY_MS = 1_000

/** Serves the model that the shop has learnt last as SageMaker would: deployed once, when it is there. */
const root = join(config.dataDir, 'sagemaker')
let artifact = await runningArtifact()
while (!artifact) {
  await pause(LOOKS_EVERY_MS)
  artifact = await runningArtifact()
}
await closeDatabase()
await mkdir(join(root, 'model'), { recursive: true })
await writeFile(join(root, MODEL), artifact.bytes)
await serveModel(root, config.sandbox.modelPort)
