import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUpdateUserAttributesCommand,
  AliasExistsException,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { config } from '../platform/config.ts'

const CONNECTION_MS = 1_000
const ANSWER_MS = 3_000

/** What the shop changes of accounts at the provider, as their administrator. `subject` is what the provider calls them. */
export type ProviderAccounts = ReturnType<typeof providerAccounts>

/**
 * The accounts of a Cognito user pool; undefined for another provider, which people ask themselves. Region, credentials and
 * endpoint are found by Amazon's SDK where it always looks.
 */
export function connectAccounts(): ProviderAccounts | undefined {
  const { userPool } = config.identity
  return userPool ? providerAccounts(userPool) : undefined
}

function providerAccounts(UserPoolId: string) {
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: CONNECTION_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  })
  const unlessGone = (error: unknown) => {
    if (!(error instanceof UserNotFoundException)) throw error
  }
  return {
    /** Gives an account an address that was proved to us. False when somebody else has an account with it. */
    async changeEmail(subject: string, email: string): Promise<boolean> {
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ]
      try {
        await client.send(
          new AdminUpdateUserAttributesCommand({ UserPoolId, Username: subject, UserAttributes }),
        )
        return true
      } catch (error) {
        if (error instanceof AliasExistsException) return false
        throw error
      }
    },
    /** Nobody signs in to the account any more, or they do again. One that is not there is as good as shut. */
    async setDisabled(subject: string, isDisabled: boolean): Promise<void> {
      const Command = isDisabled ? AdminDisableUserCommand : AdminEnableUserCommand
      await client.send(new Command({ UserPoolId, Username: subject })).catch(unlessGone)
    },
    async remove(subject: string): Promise<void> {
      await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: subject })).catch(unlessGone)
    },
  }
}
