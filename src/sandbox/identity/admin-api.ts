import express, { Router as createRouter, type Router } from 'express'
import type { Accounts } from './accounts.ts'

const TARGET = 'AWSCognitoIdentityProviderService.'

/** What an administrator asks of a Cognito user pool, as its SDK sends it: only what the shop uses. */
export function adminApi(accounts: Accounts): Router {
  const routes = createRouter()
  routes.post('/', express.json({ type: 'application/x-amz-json-1.1', limit: '32kb' }), (req, res, next) => {
    const action = req.get('X-Amz-Target')
    if (!action?.startsWith(TARGET)) return next()
    const { Username: subject = '', UserAttributes = [] } = req.body ?? {}
    const fail = (type: string, message: string) =>
      res
        .status(400)
        .type('application/x-amz-json-1.1')
        .send(JSON.stringify({ __type: type, message }))
    if (!accounts.findBySubject(subject)) return fail('UserNotFoundException', 'User does not exist.')
    switch (action.slice(TARGET.length)) {
      case 'AdminUpdateUserAttributes': {
        const email = UserAttributes.find(({ Name }: { Name: string }) => Name === 'email')?.Value
        if (email && !accounts.changeEmail(subject, email)) {
          return fail('AliasExistsException', 'An account with the email already exists.')
        }
        break
      }
      case 'AdminDisableUser':
        accounts.setDisabled(subject, true)
        break
      case 'AdminEnableUser':
        accounts.setDisabled(subject, false)
        break
      case 'AdminDeleteUser':
        accounts.remove(subject)
        break
      default:
        return fail('UnknownOperationException', 'The sandbox does not know this operation.')
    }
    res.type('application/x-amz-json-1.1').send('{}')
  })
  return routes
}
