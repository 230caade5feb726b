/** What Amazon's SDK asks for before it speaks to anybody, emulators and made-up servers too. */
export const nobodysAccount = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'of nobody',
  AWS_SECRET_ACCESS_KEY: 'of nobody',
}
