import { z } from 'zod'
import { type MediaStore, takesUpload } from '../../src/media/index.ts'
import { translator } from '../../src/platform/messages.ts'
import { smallApp } from '../support/house/small-app.ts'

const schema = z.object({ title: z.string('shared.form.wrong').min(1, 'shared.form.wrong') })

/** What an upload came to, as the test's app tells it. */
export interface Told {
  title?: string
  sentences: string[]
  pictures: { key: string; field: string; width: number; height: number }[]
}

/** An app with one form that takes pictures, which answers in sentences of the person's language. */
export function uploadApp(media: MediaStore) {
  return smallApp((app) => {
    app.post(
      '/pictures',
      takesUpload(media, schema, async (req, res, { form, pictures }) => {
        const t = translator(req.locale)
        const sentences = form.errors.map(({ key, values }) => t(key, values))
        const told: Told = { title: form.text('title'), sentences, pictures }
        return res.status(form.ok ? 201 : 422).json(told)
      }),
    )
  })
}
