import type { ImportedReview } from '../../../reviews/index.ts'

/** Reviews by the slug of their product. */
export type DemoReviews = Record<string, ImportedReview[]>

/** What somebody has said in English, on a day, with so many stars. */
export function said(
  day: string,
  stars: number,
  displayName: string,
  title: string,
  text: string,
  locale: 'en' | 'de' = 'en',
): ImportedReview {
  const writtenAt = new Date(`${day}T12:00:00Z`)
  return { key: `${day} ${displayName}`, writtenAt, stars, displayName, title, text, locale }
}

/** The same in German. */
export function german(...words: [day: string, stars: number, name: string, title: string, text: string]) {
  return said(...words, 'de')
}
