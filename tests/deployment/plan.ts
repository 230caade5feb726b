/** A resource as Terraform would make it: what is known of it, and which of its arguments only Amazon will know. */
export interface Planned {
  address: string
  type: string
  known: Record<string, unknown>
  unknown: Record<string, unknown>
}

interface PlanJson {
  resource_changes: {
    address: string
    type: string
    mode: string
    change: { after: Record<string, unknown>; after_unknown: Record<string, unknown> }
  }[]
}

export function plannedIn(json: string): Planned[] {
  return (JSON.parse(json) as PlanJson).resource_changes
    .filter(({ mode }) => mode === 'managed')
    .map(({ address, type, change }) => ({
      address,
      type,
      known: change.after,
      unknown: change.after_unknown,
    }))
}

type Rule = (resource: Planned) => boolean

/** What each resource of a kind must be. An argument that only Amazon will know is set. */
const ENCRYPTED: Record<string, Rule> = {
  aws_db_instance: is('storage_encrypted', true),
  aws_elasticache_replication_group: (each) =>
    is('transit_encryption_enabled', true)(each) && is('at_rest_encryption_enabled', true)(each),
  aws_sns_topic: has('kms_master_key_id'),
  aws_sqs_queue: has('kms_master_key_id'),
  aws_cloudwatch_log_group: has('kms_key_id'),
  aws_secretsmanager_secret: has('kms_key_id'),
  aws_cloudtrail: has('kms_key_id'),
  aws_kms_key: is('enable_key_rotation', true),
  aws_cloudfront_distribution: ({ known }) =>
    (known.default_cache_behavior as { viewer_protocol_policy: string }[])[0]!.viewer_protocol_policy ===
    'redirect-to-https',
}

const PRIVATE: Record<string, Rule> = {
  aws_db_instance: is('publicly_accessible', false),
  aws_subnet: ({ known }) => known.map_public_ip_on_launch !== true,
  aws_s3_bucket_public_access_block: ({ known }) =>
    ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].every(
      (name) => known[name] === true,
    ),
  aws_vpc_security_group_ingress_rule: ({ address, known }) =>
    !known.cidr_ipv4 || /^module\.network\.\S+\.balancer\["https?"\]$/.test(address),
  aws_cloudfront_distribution: ({ known, unknown }) =>
    (known.origin as object[]).every((origin, n) => {
      const later = (unknown.origin as Record<string, unknown>[] | undefined)?.[n]
      return 'origin_access_control_id' in origin || later?.origin_access_control_id === true
    }),
}

const KEPT: Record<string, Rule> = {
  aws_db_instance: ({ known }) =>
    known.deletion_protection === true &&
    known.skip_final_snapshot === false &&
    Number(known.backup_retention_period) >= 7,
  aws_s3_bucket_versioning: ({ known }) =>
    (known.versioning_configuration as { status: string }[])[0]!.status === 'Enabled',
  aws_cloudtrail: (each) =>
    is('is_multi_region_trail', true)(each) && is('enable_log_file_validation', true)(each),
  aws_cloudwatch_log_group: ({ known }) => Number(known.retention_in_days) > 0,
  aws_cognito_user_pool: is('deletion_protection', 'ACTIVE'),
}

/** What each bucket has, in the same module and by the same name. */
const BUCKETS_HAVE = [
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_policy',
]

/** The addresses of what is open, unencrypted or easily lost, each with what is wrong. */
export function planBreaches(plan: Planned[]): string[] {
  const rules = { 'is not encrypted': ENCRYPTED, 'is public': PRIVATE, 'is easily lost': KEPT }
  const broken = Object.entries(rules).flatMap(([fault, kinds]) =>
    plan.filter((each) => kinds[each.type]?.(each) === false).map(({ address }) => `${address} ${fault}`),
  )
  const bare = plan
    .filter(({ type }) => type === 'aws_s3_bucket')
    .flatMap(({ address }) =>
      BUCKETS_HAVE.filter((type) => {
        const place = address.replace('aws_s3_bucket.', `${type}.`)
        return !plan.some((each) => each.address === place)
      }).map((type) => `${address} has no ${type}`),
    )
  return [...broken, ...bare]
}

/** The options of Beanstalk's, as `namespace name` → value. A value that only Amazon will know is empty. */
export function optionsIn(plan: Planned[]): Map<string, string> {
  const environment = plan.find(({ type }) => type === 'aws_elastic_beanstalk_environment')!
  const settings = environment.known.setting as { namespace: string; name: string; value?: string }[]
  return new Map(settings.map(({ namespace, name, value = '' }) => [`${namespace} ${name}`, value]))
}

/** Some of Amazon's yes and no are written as words. */
function is(name: string, value: unknown): Rule {
  return ({ known }) => String(known[name]) === String(value)
}

function has(name: string): Rule {
  return ({ known, unknown }) => Boolean(known[name]) || unknown[name] === true
}
