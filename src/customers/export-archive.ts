import { strToU8, zipSync } from 'fflate'
import type { Locale } from '../platform/locale.ts'
import { translator } from '../platform/messages.ts'
import type { Person, PersonalData } from '../platform/personal-data.ts'
import { renderTemplate } from '../platform/views.ts'

/**
 * Everything that is kept of somebody, as one ZIP archive: `data.json` for machines, and `data.html` to read without any
 * shop or net.
 */
export async function exportArchive(
  person: Person,
  personalData: PersonalData[],
  { locale, at = new Date() }: { locale: Locale; at?: Date },
): Promise<Uint8Array> {
  const chapters = await Promise.all(
    personalData.map(async ({ name, collect }) => ({ name, rows: await collect(person) })),
  )
  const told = chapters.filter(({ rows }) => rows.length > 0)
  const data = { exportedAt: at, ...Object.fromEntries(told.map(({ name, rows }) => [name, rows])) }
  const page = { locale, t: translator(locale), url: String, asset: String, format: String }
  const html = renderTemplate('customers/export', { page, chapters: JSON.parse(JSON.stringify(told)), at })
  return zipSync(
    { 'data.json': strToU8(JSON.stringify(data, null, 2)), 'data.html': strToU8(html) },
    { level: 9 },
  )
}
