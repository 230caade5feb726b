import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { within } from './patience.ts'

interface SecretOptions {
  /** How long one try may take; there is one more. */
  milliseconds?: number
}

/**
 * A secret of Amazon's that holds a JSON object of texts, as RDS keeps its own. It is asked for once and kept until somebody
 * who was turned away with it says so. Region, credentials and address are found by Amazon's SDK where it always looks; whoever
 * asks needs GetSecretValue for it.
 */
export function openSecret(arn: string, { milliseconds = 3_000 }: SecretOptions = {}) {
  const client = new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: within(milliseconds),
  })
  let kept: Promise<Record<string, unknown>> | undefined

  async function ask(): Promise<Record<string, unknown>> {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    return JSON.parse(SecretString ?? '{}')
  }
  return {
    /**
     * All of its texts by their names, as they are now.
     * @throws Error when Amazon is out of reach.
     */
    async texts(): Promise<Record<string, string>> {
      const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'
      return Object.fromEntries(Object.entries(await ask()).filter(isText))
    },
    /**
     * One of its texts.
     * @throws Error when Amazon is out of reach, or there is no such text.
     */
    async text(name: string): Promise<string> {
      kept ??= ask()
      const asked = kept
      try {
        const found = (await asked)[name]
        if (typeof found === 'string') return found
        throw new Error(`The secret ${arn} has no ${name}`)
      } catch (error) {
        if (kept === asked) kept = undefined
        throw error
      }
    },
    /** It may have changed: the next one who needs it asks again. */
    forget(): void {
      kept = undefined
    },
  }
}
