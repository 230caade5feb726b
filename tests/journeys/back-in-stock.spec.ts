import { expect, test } from '@playwright/test'

test('who waits for a bowl asks, confirms by mail, and takes it back', async ({ page }, {
  project,
  workerIndex,
}) => {
  const email = `waiting-${project.name}-${workerIndex}@example.com`
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto('/products/gone-bowl')
  const ask = page.getByRole('button', { name: 'E-mail me when it is back' })
  await ask.click()
  await expect(page.locator('#alert')).toContainText('Enter your e-mail address')
  await page.locator('#alert').getByLabel('Your e-mail address').fill(email)
  await ask.click()
  await expect(page.locator('main')).toContainText(`an e-mail to ${email} asks you to confirm this`)

  const outbox = await page.locator('.sandbox a').getAttribute('href')
  const mail = async () => {
    const answer = await page.request.get(`${new URL(outbox!).origin}/outbox.json?to=${email}`)
    return ((await answer.json()) as { text: string }[])[0]
  }
  await expect.poll(mail, { timeout: 15_000 }).toBeTruthy()
  await page.goto((await mail())!.text.match(/https?:\/\/\S+\/back-in-stock\/\S+/)![0])
  await page.getByRole('button', { name: 'Yes, e-mail me when it is back' }).click()
  await expect(heading).toHaveText(/Gone bowl.*: we will tell you when it is back/)
  await page.getByRole('button', { name: 'No, do not write to me' }).click()
  await expect(page.locator('#notices')).toContainText('have forgotten your e-mail address')
})
