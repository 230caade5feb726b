import { z } from 'zod'

const SHORTEST_TEXT = 20
const LONGEST_TEXT = 4_000
const LONGEST_TITLE = 100
const LONGEST_NAME = 60

const line = (most: number, missing: string, tooLong: string) =>
  z
    .string(missing)
    .transform((typed) =>
      withoutUnseen(typed)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, missing).refine(isWithin(most), tooLong))

/** What a review says. Its text is plain; line breaks end a line, blank lines a paragraph. */
export const reviewForm = z.object({
  stars: z.enum(['1', '2', '3', '4', '5'], 'reviews.form.stars.missing').transform(Number),
  title: line(LONGEST_TITLE, 'reviews.form.title.missing', 'reviews.form.title.too-long'),
  text: z
    .string('reviews.form.text.missing')
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(1, 'reviews.form.text.missing')
        .refine((text) => lengthOf(text) >= SHORTEST_TEXT, 'reviews.form.text.too-short')
        .refine(isWithin(LONGEST_TEXT), 'reviews.form.text.too-long'),
    ),
  displayName: line(LONGEST_NAME, 'reviews.form.name.missing', 'reviews.form.name.too-long'),
})

/** How many characters of a text count: those of its tidied form, as PostgreSQL counts them. */
export function lengthOfText(typed: string): number {
  return lengthOf(tidyText(typed))
}

function tidyText(typed: string): string {
  return withoutUnseen(typed)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]+/gu, '')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Without what cannot be seen: a name of nothing but that, or one that turns the line around, is none. */
function withoutUnseen(typed: string): string {
  return typed.replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
}

function isWithin(most: number) {
  return (text: string) => lengthOf(text) <= most
}

function lengthOf(text: string): number {
  return [...text].length
}
