import { BUCKETS_HAVE, RULES } from './plan-rules.ts'

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

/** The addresses of what is open, unencrypted, easily lost or silent, each with what is wrong. */
export function planBreaches(plan: Planned[]): string[] {
  const broken = Object.entries(RULES).flatMap(([fault, kinds]) =>
    plan
      .filter((each) => kinds[each.type]?.(each, plan) === false)
      .map(({ address }) => `${address} ${fault}`),
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
