import type { Planned } from './plan.ts'

type Rule = (resource: Planned, plan: Planned[]) => boolean

/** What each resource of a kind must be. An argument that only Amazon will know is set. */
const ENCRYPTED: Record<string, Rule> = {
  aws_db_instance: is('storage_encrypted', true),
  aws_elasticache_replication_group: all(
    is('transit_encryption_enabled', true),
    is('at_rest_encryption_enabled', true),
  ),
  aws_sns_topic: has('kms_master_key_id'),
  aws_sqs_queue: has('kms_master_key_id'),
  aws_cloudwatch_log_group: has('kms_key_id'),
  aws_secretsmanager_secret: has('kms_key_id'),
  aws_cloudtrail: has('kms_key_id'),
  aws_kms_key: is('enable_key_rotation', true),
  aws_lambda_function: all(has('kms_key_arn'), (each) => blocksOf(each, 'environment').length > 0),
  aws_ecr_repository: within('encryption_configuration', 'encryption_type', 'KMS'),
  aws_sfn_state_machine: within('encryption_configuration', 'type', 'CUSTOMER_MANAGED_KMS_KEY'),
  aws_scheduler_schedule: has('kms_key_arn'),
  aws_codebuild_project: has('encryption_key'),
  aws_codepipeline: (each) =>
    blocksOf(each, 'artifact_store').every((store) => (store.encryption_key as object[]).length > 0),
  aws_sesv2_configuration_set: within('delivery_options', 'tls_policy', 'REQUIRE'),
  aws_cloudfront_distribution: within(
    'default_cache_behavior',
    'viewer_protocol_policy',
    'redirect-to-https',
  ),
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
  aws_lambda_permission: has('source_arn'),
  aws_codebuild_project: ({ known }) => known.project_visibility !== 'PUBLIC_READ',
}

const KEPT: Record<string, Rule> = {
  aws_db_instance: ({ known }) =>
    known.deletion_protection === true &&
    known.skip_final_snapshot === false &&
    Number(known.backup_retention_period) >= 7,
  aws_s3_bucket_versioning: within('versioning_configuration', 'status', 'Enabled'),
  aws_cloudtrail: all(is('is_multi_region_trail', true), is('enable_log_file_validation', true)),
  aws_cloudwatch_log_group: ({ known }) => Number(known.retention_in_days) > 0,
  aws_cognito_user_pool: is('deletion_protection', 'ACTIVE'),
  aws_ecr_repository: is('image_tag_mutability', 'IMMUTABLE'),
}

/** Who writes to a log group of ours, which is encrypted and ends, as every one of them. */
const LOGGED: Record<string, Rule> = {
  aws_lambda_function: (each, plan) => isLogGroup(blocksOf(each, 'logging_config')[0]?.log_group, plan),
  aws_codebuild_project: (each, plan) =>
    blocksOf(each, 'logs_config').some((logs) =>
      isLogGroup((logs.cloudwatch_logs as { group_name: string }[])[0]?.group_name, plan),
    ),
  aws_sfn_state_machine: within('logging_configuration', 'level', 'ALL'),
}

/** Whoever calls and does not wait leaves what failed somewhere. */
const HEARD: Record<string, Rule> = {
  aws_sqs_queue: (each, plan) =>
    String(each.known.name).endsWith('-dead') || has('redrive_policy')(each, plan),
  aws_scheduler_schedule: (each) =>
    blocksOf(each, 'target').every((target) => (target.dead_letter_config as object[]).length > 0),
  aws_lambda_function: (each, plan) =>
    !isCalledBy('s3.amazonaws.com', each, plan) || blocksOf(each, 'dead_letter_config').length > 0,
  aws_lambda_event_source_mapping: ({ known }) =>
    (known.function_response_types as string[]).includes('ReportBatchItemFailures'),
}

const LOOKED_AT: Record<string, Rule> = {
  aws_ecr_repository: within('image_scanning_configuration', 'scan_on_push', true),
  aws_codepipeline: (each) =>
    blocksOf(each, 'stage').some(
      (stage) =>
        stage.name === 'Deploy' && (stage.on_failure as { result: string }[])[0]?.result === 'ROLLBACK',
    ),
}

/** By what is wrong with whoever breaks one. */
export const RULES = {
  'is not encrypted': ENCRYPTED,
  'is public': PRIVATE,
  'is easily lost': KEPT,
  'keeps no log': LOGGED,
  'forgets what fails': HEARD,
  'goes on whatever it is': LOOKED_AT,
}

/** What each bucket has, in the same module and by the same name. */
export const BUCKETS_HAVE = [
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_policy',
]

/** Some of Amazon's yes and no are written as words. */
function is(name: string, value: unknown): Rule {
  return ({ known }) => String(known[name]) === String(value)
}

function has(name: string): Rule {
  return ({ known, unknown }) => Boolean(known[name]) || unknown[name] === true
}

function all(...rules: Rule[]): Rule {
  return (each, plan) => rules.every((rule) => rule(each, plan))
}

/** That the first of some blocks says something. */
function within(block: string, name: string, value: unknown): Rule {
  return (each) => blocksOf(each, block)[0]?.[name] === value
}

function blocksOf({ known }: Planned, name: string): Record<string, unknown>[] {
  return (known[name] ?? []) as Record<string, unknown>[]
}

function isLogGroup(name: unknown, plan: Planned[]): boolean {
  return plan.some(({ type, known }) => type === 'aws_cloudwatch_log_group' && known.name === name)
}

function isCalledBy(principal: string, { known }: Planned, plan: Planned[]): boolean {
  return plan.some(
    (each) =>
      each.type === 'aws_lambda_permission' &&
      each.known.principal === principal &&
      each.known.function_name === known.function_name,
  )
}
