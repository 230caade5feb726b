import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { z } from 'zod'
import { within } from '../platform/aws/patience.ts'

/** Cognito waits for five seconds. */
const client = new CognitoIdentityProviderClient({ maxAttempts: 2, requestHandler: within(2_000) })

/** What Cognito asks before it hands out tokens (`PreTokenGeneration`), as far as it matters here. */
const asked = z.looseObject({
  userPoolId: z.string(),
  userName: z.string(),
  request: z.looseObject({
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }),
  }),
  response: z.looseObject({}),
})

/**
 * Takes its groups away from an account that has no second factor: without groups nobody has rights in the back office, and
 * who shops is not concerned. Whoever has one was asked for it by Cognito on the way here.
 * @throws when Cognito does not say, for accounts with groups: staff then do not come in.
 */
export async function handler(event: unknown): Promise<unknown> {
  const { userPoolId, userName, request, response } = asked.parse(event)
  const groups = request.groupConfiguration.groupsToOverride ?? []
  if (groups.length === 0) return event
  const question = new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userName })
  const { UserMFASettingList: factors = [] } = await client.send(question)
  if (factors.length > 0) return event
  console.warn(
    JSON.stringify({ level: 'warn', user: userName, groups, msg: 'staff without a second factor' }),
  )
  const claimsOverrideDetails = { groupOverrideDetails: { groupsToOverride: [] } }
  return { ...(event as object), response: { ...response, claimsOverrideDetails } }
}
