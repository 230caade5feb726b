import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../support/house/tree.ts'

const PACKAGES = [
  '@cdktn/provider-aws@25.7.0',
  '@grpc/grpc-js@1.14.7',
  '@grpc/proto-loader@0.8.1',
  '@msgpack/msgpack@3.1.3',
]

/** What somebody who makes a shop says: everything that it can have is asked for. */
const GIVEN = {
  domain: 'shop.example.com',
  mail_domain: 'example.com',
  operators: '["us@example.com"]',
  certificate_arn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1',
  bundle: 'bundles/0123abcd.zip',
  recommender_image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/purveyor-medium-recommender:0123abcd',
  repository: 'owner/shop',
  session_secret: 'kept secret 1',
  stripe_secret_key: 'kept secret 2',
  stripe_webhook_secret: 'kept secret 3',
  cache_token: 'kept-secret-4444',
}

/**
 * Runs Terraform by the `tf-offline.sh` in the folder `tool`, with what it needs installed in `folder`. What is given back says
 * what Terraform says, and throws, with its words, where it objects.
 */
export function openTerraform(tool: string, folder: string): (...command: string[]) => string {
  const packages = ['i', '--prefix', folder, '--ignore-scripts', '--legacy-peer-deps', ...PACKAGES]
  execFileSync('npm', packages, { stdio: 'ignore' })
  const variables = Object.entries(GIVEN).map(([name, value]) => [`TF_VAR_${name}`, value])
  return (...command) => {
    const place = [join(tool, 'tf-offline.sh'), join(folder, 'node_modules'), join(root, 'terraform')]
    return execFileSync('bash', [...place, ...command], {
      env: { ...process.env, ...(command[0] === 'test' ? {} : Object.fromEntries(variables)) },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
}
