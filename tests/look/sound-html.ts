import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { HtmlValidate } from 'html-validate'

const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    // A list is narrowed by several values of one name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'long-title': 'off',
    // No native element lets somebody type freely and choose from what that leads to.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
  },
})
const nuChecker = join(
  createRequire(import.meta.url).resolve('vnu-jar/package.json'),
  '../build/dist/vnu.jar',
)

/** What html-validate has to say about a page. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await rules.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `line ${line}: ${message}`))
}

/** What the Nu HTML checker has to say about pages, by their addresses; one run for all of them. */
export async function nuComplaints(pages: Map<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'look-'))
  const files = await Promise.all(
    [...pages].map(async ([address, html]) => {
      const file = join(folder, `${encodeURIComponent(address)}.html`)
      await writeFile(file, html)
      return file
    }),
  )
  const checker = spawn('java', ['-jar', nuChecker, '--stdout', '--format', 'json', ...files])
  const { messages } = JSON.parse(await text(checker.stdout))
  await rm(folder, { recursive: true })
  return messages.map(({ url, message }: { url: string; message: string }) => `${url}: ${message}`)
}
