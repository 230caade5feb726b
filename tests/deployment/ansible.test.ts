import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readTree, root } from '../support/house/tree.ts'
import { findProgram } from '../support/services/programs.ts'

const run = promisify(execFile)
const ansible = join(root, 'ansible')
const PLAYBOOKS = ['baseline', 'operations', 'single-server']
const tools = ['yamllint', 'ansible-lint', 'ansible-playbook'].every((name) => findProgram(name))
const shop = {
  ...parse(readFileSync(join(ansible, 'roles/shop/defaults/main.yml'), 'utf8')),
  ...parse(readFileSync(join(ansible, 'roles/shop/vars/main.yml'), 'utf8')),
}

describe('what Ansible sets up', () => {
  test('is asked for every setting that production must have', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8')
    const marked = [...example.matchAll(/^# \(P\).*\n(\w+)=/gm)].map(([, name]) => name!)
    const [byMail, ...others] = shop.shop_settings_needed.toReversed()
    expect(byMail).toContain("else 'SMTP_URL'")
    expect([...others, 'SMTP_URL'].sort()).toEqual(marked.sort())
  })

  test('runs on the Node that the shop is tested with, wherever that is named', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(shop.shop_node_version).toBe(devDependencies.node)
    const text = [...readTree(['ansible'], '.yml', '.md').values()].join('\n')
    const named = [...text.matchAll(/node-linux-\w+[@-](\d[\d.]*\d)/g)].map(([, version]) => version)
    expect(new Set(named)).toEqual(new Set([devDependencies.node]))
  })

  test('takes as much, and waits as long, as before the shop at Amazon', () => {
    const conf = 'src/commands/bundle/files/.platform/nginx/conf.d/purveyor.conf'
    const directives = readFileSync(join(root, conf), 'utf8').match(/^\w.*;$/gm)!
    const here = readFileSync(join(ansible, 'roles/nginx/templates/https.conf.j2'), 'utf8')
    for (const directive of directives) expect(here).toContain(directive)
  })

  test('lets each process finish what it has begun', () => {
    const [, farewell] = /LONGEST_FAREWELL_MS = (\d+)_000/.exec(
      readFileSync(join(root, 'src/server.ts'), 'utf8'),
    )!
    for (const process of shop.shop_processes) expect(process.farewell).toBeGreaterThan(Number(farewell))
  })
})

describe.skipIf(!tools)('by Ansible’s own checkers', () => {
  test('every file is written as it should be', async () => {
    expect(await objections(ansible)).toBe('')
  })

  test.each(PLAYBOOKS)('%s.yml is a playbook', async (name) => {
    const example = join(ansible, 'inventory.example.yml')
    const given = ['-i', example, '--syntax-check', join(ansible, `${name}.yml`)]
    await run('ansible-playbook', given, { cwd: ansible, env: environment() })
  })

  test.each([
    ['a task has no name', '- name: Install nginx\n  ansible', '- ansible', 'name[missing]'],
    ['a file may have any rights', '    mode: "0644"\n', '', 'risky-file-permissions'],
    ['a command changes something each time', '  changed_when: false\n', '', 'no-changed-when'],
    ['a line is indented by whim', '    name: nginx\n', '     name: nginx\n   ', 'yamllint'],
  ])(
    'it is noticed that %s',
    async (_what, right, wrong, rule) => {
      const folder = mkdtempSync(join(tmpdir(), 'ansible-'))
      try {
        cpSync(ansible, folder, { recursive: true })
        const file = join(folder, 'roles/nginx/tasks/main.yml')
        writeFileSync(file, readFileSync(file, 'utf8').replace(right, wrong))
        expect(await objections(folder)).toContain(rule)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    60_000,
  )
})

/** What the checkers object to in a folder. */
async function objections(folder: string): Promise<string> {
  const options = { cwd: folder, env: environment() }
  const said = await Promise.all([
    run('yamllint', ['--strict', '--format', 'parsable', '.'], options).catch(
      (error) => `yamllint: ${error.stdout}`,
    ),
    run('ansible-lint', ['--offline', '--nocolor', '-p'], options).catch(
      (error) => `ansible-lint: ${error.stdout}`,
    ),
  ])
  return said.filter((words) => typeof words === 'string').join('\n')
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C.UTF-8', ANSIBLE_CONFIG: 'ansible.cfg' }
}
