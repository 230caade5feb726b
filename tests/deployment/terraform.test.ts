import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lettersOfOrders } from '../../src/letters.ts'
import { settings } from '../../src/platform/config.ts'
import { made, readTree, root } from '../support/house/tree.ts'
import { wideGrants } from './grants.ts'
import { optionsIn, type Planned, planBreaches, plannedIn } from './plan.ts'
import { breaches, lacks } from './plan-breaches.ts'
import { buildspecAt, lookAt, objectionsTo, scriptsIn } from './plan-pipeline.ts'
import { openTerraform } from './plan-terraform.ts'

/** A folder with `tf-offline.sh`, by which Terraform runs where the registry of its providers is out of reach. */
const tool = process.env.TERRAFORM_OFFLINE
const FAREWELL_SECONDS = 20
const sources = readTree(['terraform'], '.tf')
const byPath = new Map([...sources].map(([path, source]) => [path.replace('terraform/', ''), source]))

describe('what the shop may do at Amazon', () => {
  test('is named, action by action and thing by thing', () => {
    expect(wideGrants(byPath)).toEqual([])
  })

  test.each([
    ['Action = ["s3:*"]', 's3:*'],
    ['Action = "*"', '*'],
    ['Resource = ["*"]', 'anything'],
    ['Resource = "*"', 'anything'],
    ['Principal = "*"', 'everybody'],
  ])('is noticed where it is %s', (grant, what) => {
    const source = `statement = [{ Sid = "Wide", Effect = "Allow", Condition = { Bool = {} }, ${grant} }]`
    expect(wideGrants(made({ 'modules/x/main.tf': source }))).toEqual([`modules/x/main.tf Wide: ${what}`])
  })

  test('whoever may send mail may send it whole, which is how the shop sends it', () => {
    for (const [path, source] of sources)
      for (const [grant] of source.matchAll(/^.*ses:SendEmail.*$/gm))
        expect(grant, path).toContain('ses:SendRawEmail')
  })

  test('is none of a provider’s but Amazon’s', () => {
    for (const [path, source] of sources)
      expect(
        source.match(/^\s*source\s*=\s*"(?!hashicorp\/aws"|\.\/modules\/|\.\.\/)/gm) ?? [],
        path,
      ).toEqual([])
  })
})

describe.skipIf(!tool)('by the real Terraform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'))
  let terraform: ReturnType<typeof openTerraform>
  let plan: Planned[]
  beforeAll(() => {
    terraform = openTerraform(tool!, folder)
    const json = join(folder, 'plan.json')
    terraform(
      'sh',
      `rm backend.tf && terraform init -input=false > /dev/null &&
       terraform plan -input=false -var-file=environments/medium.tfvars -out=p > /dev/null && terraform show -json p > ${json}`,
    )
    plan = plannedIn(readFileSync(json, 'utf8'))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('everything is spelled and indented as it should be, and means something', () => {
    terraform('sh', 'terraform fmt -check -recursive')
    expect(terraform('validate')).toContain('The configuration is valid')
  }, 60_000)

  test('its own tests pass', () => {
    expect(terraform('test')).toMatch(/Success! [1-9]\d* passed, 0 failed/)
  }, 240_000)

  test('everything is encrypted, kept, and closed but for the balancer and the pictures', () => {
    expect(planBreaches(plan)).toEqual([])
  })

  test.each(breaches)('it is noticed that %s with %o %s', (type, change, fault) => {
    const at = plan.findIndex((each) => each.type === type)
    const spoilt = plan.with(at, { ...plan[at]!, known: { ...plan[at]!.known, ...change } })
    expect(planBreaches(spoilt)).toEqual([`${plan[at]!.address} ${fault}`])
  })

  test.each(lacks)('it is noticed that %s without %s %s', (part, argument, fault) => {
    const at = plan.findIndex(({ address }) => address.includes(part))
    const { known, unknown, ...rest } = plan[at]!
    const spoilt = { ...rest, known: without(argument, known), unknown: without(argument, unknown) }
    expect(planBreaches(plan.with(at, spoilt))).toEqual([`${rest.address} ${fault}`])
  })

  test('it is noticed that a store is open to everybody, and that a bucket is bare', () => {
    const store = plan.findIndex(({ address }) => address.includes('ingress_rule.store["database"]'))
    const open = { ...plan[store]!, known: { ...plan[store]!.known, cidr_ipv4: '0.0.0.0/0' } }
    expect(planBreaches(plan.with(store, open))).toEqual([`${open.address} is public`])
    const bare = plan.filter(({ type }) => type !== 'aws_s3_bucket_policy')
    expect(planBreaches(bare)).toEqual(
      ['artifacts', 'media', 'recommender', 'watch'].map(
        (name) => `module.${name}.module.bucket.aws_s3_bucket.closed has no aws_s3_bucket_policy`,
      ),
    )
  })

  test('the shop is given its settings, every one that production asks for, and secrets as secrets', () => {
    const named = (kind: string) =>
      [...optionsIn(plan).keys()]
        .filter((option) => option.startsWith(`aws:elasticbeanstalk:application:${kind} `))
        .map((option) => option.split(' ')[1]!)
    const open = named('environment')
    const secret = named('environmentsecrets')
    for (const name of [...open, ...secret]) expect(Object.keys(settings.shape)).toContain(name)
    expect([...open, ...secret]).toEqual(expect.arrayContaining(neededInProduction()))
    expect(open.filter((name) => /SECRET(?!_ARN)|_KEY|PASSWORD/.test(name))).toEqual([])
  })

  test('functions are given what the shop is, and no secret', () => {
    const ownToFunctions = ['SETTINGS_SECRET_ARN', 'TRAINING_BUCKET']
    const functions = plan.filter(({ type }) => type === 'aws_lambda_function')
    expect(functions).toHaveLength(4)
    for (const { known, unknown, address } of functions) {
      const given = [known, unknown].flatMap(({ environment }) =>
        Object.keys((environment as { variables?: object }[])[0]?.variables ?? {}),
      )
      const named = given.filter((name) => !ownToFunctions.includes(name))
      expect(Object.keys(settings.shape), address).toEqual(expect.arrayContaining(named))
      expect(
        given.filter((name) => /SECRET(?!_ARN)|_KEY|PASSWORD|REDIS/.test(name)),
        address,
      ).toEqual([])
      const [file] = String(known.handler).replace('dist/', 'src/').split('.')
      expect(readFileSync(join(root, `${file}.ts`), 'utf8'), address).toMatch(
        /^export async function handler\(/m,
      )
    }
  })

  const listener = (module: string) =>
    plan.find(({ address }) => address.includes(`${module}.aws_sns_topic_subscription`))!.known

  test('what Amazon tells of mail comes with its signature, and what happens to orders as it was said', () => {
    expect(listener('mail.module.feedback').raw_message_delivery).toBe(false)
    expect(listener('events.module.everything').raw_message_delivery).toBe(true)
    expect(listener('events.module.everything').filter_policy).toBeNull()
  })

  test('letters are written of what there are letters of, by somebody alone', () => {
    const { event } = JSON.parse(String(listener('functions[0].module.letters').filter_policy)) as {
      event: string[]
    }
    const letters = lettersOfOrders({} as never, {} as never)
    expect(event.toSorted()).toEqual(Object.keys(letters).sort())
    const setting = 'aws:elasticbeanstalk:application:environment LETTERS_SENT_BY'
    expect(optionsIn(plan).get(setting)).toBe('topic')
  })

  test('what the pipeline runs can be read by bash, and the page of a product is looked at', () => {
    const scripts = scriptsIn(plan)
    expect([...scripts.keys()].sort()).toEqual(['functions', 'image', 'smoke', 'test'])
    for (const script of scripts.values()) expect(objectionsTo(script)).toBe('')
    const { commands, folder } = buildspecAt(join(root, 'buildspec.yml'))
    expect(commands).toContain(`unzip -q purveyor.zip -d ${folder}`)
    const [kept] = /bundles\/\S+\.zip/.exec(commands.join('\n'))!
    expect(scripts.get('functions')).toContain(kept)
    const look = (page: string, fails?: string) => lookAt(scripts.get('smoke')!, page, fails)
    const page =
      '<a href="/help">Help</a><a href="/products/lamp?via=new">Lamp</a><a href="/products/cup">Cup</a>'
    expect(look(page)).toEqual({ passed: true, asked: ['/health/ready', '/', '/products/lamp'] })
    expect(look('Nothing yet')).toEqual({ passed: true, asked: ['/health/ready', '/', '/search'] })
    for (const path of ['health/ready', '', 'products/lamp'])
      expect(look(page, path).passed, path).toBe(false)
  })

  test('a machine that goes has the time to say goodbye, and a new version comes beside the old one', () => {
    const options = optionsIn(plan)
    const process = 'aws:elasticbeanstalk:environment:process:default'
    expect(Number(options.get(`${process} DeregistrationDelay`))).toBeGreaterThan(FAREWELL_SECONDS)
    expect(options.get(`${process} HealthCheckPath`)).toBe('/health/live')
    expect(options.get('aws:elasticbeanstalk:command DeploymentPolicy')).toBe('Immutable')
    expect(options.get('aws:autoscaling:launchconfiguration DisableIMDSv1')).toBe('true')
  })

  test('nothing that is secret stands in the plan', () => {
    expect(JSON.stringify(plan)).not.toContain('kept')
  })
})

function without(name: string, { [name]: _, ...others }: Record<string, unknown>): Record<string, unknown> {
  return others
}

/** What `.env.example` marks; mail goes by SES, so that no mail server is needed. */
function neededInProduction(): string[] {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const marked = [...example.matchAll(/^# \(P\).*\n(\w+)=/gm)].map(([, name]) => name!)
  return marked.filter((name) => name !== 'SMTP_URL')
}
