import { expect, test } from 'vitest'
import { faceBreaches } from '../support/house/faces.ts'
import { reachBreaches } from '../support/house/reach.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = readTree(['src'], '.ts', '.mjs')

test('the environment, the network and the templates are reached for in one place each', () => {
  expect(reachBreaches(sources)).toEqual([])
})

test.each([
  ['src/basket/basket.ts', 'const url = process.env.DATABASE_URL', 'reads the environment'],
  ['src/platform/logger.ts', "const { LEVEL } = process['env']", 'reads the environment'],
  ['src/app.ts', "import { env } from 'node:process'", 'reads the environment'],
  ['src/worker.ts', 'app.listen(3000)', 'listens'],
  ['src/platform/health.ts', 'createServer(app).listen(port)', 'listens'],
  ['src/orders/routes.ts', "res.send(renderTemplate('orders/show', {}))", 'renders a template'],
])('it notices in %s: %s', (path, source, what) => {
  expect(reachBreaches(made({ [path]: source }))).toEqual([expect.stringContaining(`${path} ${what}`)])
})

test('it lets them be reached for where they belong', () => {
  const tree = made({
    'src/platform/config.ts': 'readSettings(process.env)',
    'src/commands/start.ts': 'spawn(node, [], { env: process.env })',
    'src/server.ts': 'server.listen(config.port)',
    'src/sandbox/app.ts': 'app.listen(port)',
    'src/basket/basket.ts': '// not process.env',
  })
  expect(reachBreaches(tree)).toEqual([])
})

test('every public face is short and says what its module owns and what it does not', () => {
  expect(faceBreaches(sources)).toEqual([])
})

test('it notices a public face that is long or says nothing', () => {
  const exports = Array.from({ length: 21 }, (_, i) => `export { a${i} } from './a${i}.ts'`).join('\n')
  const tree = made({
    'src/basket/index.ts': exports,
    'src/orders/index.ts': '/**\n * Owns orders. It does not own\n * money.\n */\nexport {}\n',
    'src/pricing/index.ts': '/** Prices. It does not own tax. */\nexport {}\n',
    'src/inventory/index.ts': '/** Owns stock. All of it. */\nexport {}\n',
  })
  expect(faceBreaches(tree)).toEqual([
    'src/basket/index.ts: 21 lines, a public face has at most 20',
    'src/basket/index.ts: its first sentence says what the module owns',
    'src/basket/index.ts: its second sentence says what the module does not own',
    'src/pricing/index.ts: its first sentence says what the module owns',
    'src/inventory/index.ts: its second sentence says what the module does not own',
  ])
})
