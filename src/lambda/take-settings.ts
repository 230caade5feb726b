import { openSecret } from '../platform/aws/secrets.ts'

/**
 * Takes the settings that nobody is to see out of the secret that `SETTINGS_SECRET_ARN` names, into the environment, where the
 * shop looks for them: to be awaited before anything of the shop is imported.
 * @throws Error when Amazon is out of reach.
 */
export async function takeSettings(): Promise<void> {
  const arn = process.env.SETTINGS_SECRET_ARN
  if (arn) Object.assign(process.env, await openSecret(arn).texts())
}
