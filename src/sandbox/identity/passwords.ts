import { FEWEST_LETTERS } from './accounts.ts'

/** Long enough, and still among the first that anybody would try. */
const COMMON = /^(.)\1*$|^(123|abc|qwert|asdf)|passwor[dt]|password|letmein|iloveyou|welcome/i
const FEWEST_DIFFERENT = 5

/** Why a new password is refused, as the word of a fault, or undefined for a good one. No kind of letter is asked for. */
export function faultOf(password: string, email: string): string | undefined {
  if (password.normalize('NFKC').length < FEWEST_LETTERS) return 'passwordShort'
  const [name = ''] = email.toLowerCase().split('@')
  const isGuessable =
    COMMON.test(password) ||
    new Set(password).size < FEWEST_DIFFERENT ||
    (name.length > 3 && password.toLowerCase().includes(name))
  return isGuessable ? 'passwordCommon' : undefined
}
