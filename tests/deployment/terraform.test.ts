import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settings } from '../../src/platform/config.ts'
import { made, readTree, root } from '../support/house/tree.ts'
import { wideGrants } from './grants.ts'
import { optionsIn, type Planned, planBreaches, plannedIn } from './plan.ts'

/** A folder with `tf-offline.sh`, by which Terraform runs where the registry of its providers is out of reach. */
const tool = process.env.TERRAFORM_OFFLINE
const PACKAGES = [
  '@cdktn/provider-aws@25.7.0',
  '@grpc/grpc-js@1.14.7',
  '@grpc/proto-loader@0.8.1',
  '@msgpack/msgpack@3.1.3',
]
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
  const packages = join(folder, 'node_modules')
  let plan: Planned[]
  beforeAll(() => {
    const given = ['i', '--prefix', folder, '--ignore-scripts', '--legacy-peer-deps', ...PACKAGES]
    execFileSync('npm', given, { stdio: 'ignore' })
    const json = join(folder, 'plan.json')
    terraform(
      'sh',
      `rm backend.tf && terraform init -input=false > /dev/null &&
       terraform plan -input=false -var-file=environments/medium.tfvars -out=p > /dev/null && terraform show -json p > ${json}`,
    )
    plan = plannedIn(readFileSync(json, 'utf8'))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  /** What it says; throws, with its words, where it objects. */
  function terraform(...command: string[]): string {
    const given = { domain: 'shop.example.com', mail_domain: 'example.com', operators: '["us@example.com"]' }
    const secret = { session_secret: 'kept secret 1', stripe_secret_key: 'kept secret 2' }
    const others = { stripe_webhook_secret: 'kept secret 3', cache_token: 'kept-secret-4444' }
    const certificate_arn = 'arn:aws:acm:eu-central-1:123456789012:certificate/1'
    const variables = Object.entries({ ...given, ...secret, ...others, certificate_arn })
    const environment = Object.fromEntries(variables.map(([name, value]) => [`TF_VAR_${name}`, value]))
    const program = join(tool!, 'tf-offline.sh')
    return execFileSync('bash', [program, packages, join(root, 'terraform'), ...command], {
      env: { ...process.env, ...(command[0] === 'test' ? {} : environment) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  test('everything is spelled and indented as it should be, and means something', () => {
    terraform('sh', 'terraform fmt -check -recursive')
    expect(terraform('validate')).toContain('The configuration is valid')
  }, 60_000)

  test('its own tests pass', () => {
    expect(terraform('test')).toMatch(/Success! [1-9]\d* passed, 0 failed/)
  }, 120_000)

  test('everything is encrypted, kept, and closed but for the balancer and the pictures', () => {
    expect(planBreaches(plan)).toEqual([])
  })

  test.each([
    ['aws_db_instance', { storage_encrypted: false }, 'is not encrypted'],
    ['aws_db_instance', { publicly_accessible: true }, 'is public'],
    ['aws_db_instance', { backup_retention_period: 0 }, 'is easily lost'],
    ['aws_db_instance', { skip_final_snapshot: true }, 'is easily lost'],
    ['aws_elasticache_replication_group', { transit_encryption_enabled: false }, 'is not encrypted'],
    [
      'aws_cloudfront_distribution',
      { default_cache_behavior: [{ viewer_protocol_policy: 'allow-all' }] },
      'is not encrypted',
    ],
    ['aws_s3_bucket_public_access_block', { block_public_policy: false }, 'is public'],
    ['aws_s3_bucket_versioning', { versioning_configuration: [{ status: 'Suspended' }] }, 'is easily lost'],
    ['aws_subnet', { map_public_ip_on_launch: true }, 'is public'],
    ['aws_cloudtrail', { enable_log_file_validation: false }, 'is easily lost'],
    ['aws_cognito_user_pool', { deletion_protection: 'INACTIVE' }, 'is easily lost'],
    ['aws_kms_key', { enable_key_rotation: false }, 'is not encrypted'],
  ])('it is noticed that %s with %o %s', (type, change, fault) => {
    const at = plan.findIndex((each) => each.type === type)
    const spoilt = plan.with(at, { ...plan[at]!, known: { ...plan[at]!.known, ...change } })
    expect(planBreaches(spoilt)).toEqual([`${plan[at]!.address} ${fault}`])
  })

  test.each(['aws_sns_topic', 'aws_sqs_queue', 'aws_cloudwatch_log_group', 'aws_secretsmanager_secret'])(
    'it is noticed that %s has no key',
    (type) => {
      const at = plan.findIndex((each) => each.type === type)
      const spoilt = plan.with(at, { ...plan[at]!, unknown: {} })
      expect(planBreaches(spoilt)).toEqual([`${plan[at]!.address} is not encrypted`])
    },
  )

  test('it is noticed that a store is open to everybody, and that a bucket is bare', () => {
    const store = plan.findIndex(({ address }) => address.includes('ingress_rule.store["database"]'))
    const open = { ...plan[store]!, known: { ...plan[store]!.known, cidr_ipv4: '0.0.0.0/0' } }
    expect(planBreaches(plan.with(store, open))).toEqual([`${open.address} is public`])
    const bare = plan.filter(({ type }) => type !== 'aws_s3_bucket_policy')
    expect(planBreaches(bare)).toEqual([
      'module.media.module.bucket.aws_s3_bucket.closed has no aws_s3_bucket_policy',
      'module.watch.module.bucket.aws_s3_bucket.closed has no aws_s3_bucket_policy',
    ])
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

/** What `.env.example` marks; mail goes by SES, so that no mail server is needed. */
function neededInProduction(): string[] {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const marked = [...example.matchAll(/^# \(P\).*\n(\w+)=/gm)].map(([, name]) => name!)
  return marked.filter((name) => name !== 'SMTP_URL')
}
