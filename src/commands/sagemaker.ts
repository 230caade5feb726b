import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Unusable } from '../recommendations/index.ts'
import { serveModel } from './sagemaker/serve-model.ts'
import { trainModel } from './sagemaker/train-model.ts'

const usage = `Usage: sagemaker train|serve [--root /opt/ml] [--port 8080]

What SageMaker asks of a container, by the folders under its root:
  train  reads events from input/data/train and, where they are given, items from input/data/items (CSV files), and
         input/config/hyperparameters.json ({"task": "next"}); writes model/recommender.bin
  serve  answers GET /ping and POST /invocations from model/recommender.bin`

const options = {
  root: { type: 'string', default: '/opt/ml' },
  port: { type: 'string', default: '8080' },
} as const
const asked = z.object({
  what: z.enum(['train', 'serve']),
  root: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65_535),
})

const { what, root, port } = readArguments()
if (what === 'train') process.exitCode = await trainModel(root)
else await serveModel(root, port).catch(refuse)

/** A model that cannot be read is told in a sentence; what else fails is told whole. */
function refuse(error: Error): void {
  if (!(error instanceof Unusable) && !('code' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    return asked.parse({ what: positionals[0], ...values })
  } catch {
    console.error(usage)
    process.exit(1)
  }
}
