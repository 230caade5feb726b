import type { Request } from 'express'
import { z } from 'zod'

/** Fields of a rule's names. */
export const named = {
  'name-en': z.string().trim().min(1, 'admin.promotion.name.missing').max(100, 'shared.form.too-long'),
  'name-de': z.string().trim().max(100, 'shared.form.too-long').default(''),
}

export function namesIn(value: { 'name-en': string; 'name-de': string }) {
  return { en: value['name-en'], ...(value['name-de'] && { de: value['name-de'] }) }
}

/** The code that was sent, or that the address names. */
export function codeIn(req: Request): string {
  const { code } = z.object({ code: z.string().catch('') }).parse(req.body)
  return String(req.params.code ?? code)
    .trim()
    .slice(0, 40)
}

/** Codes of places, however they are set apart, in large letters; and what is none. */
export function codesOf(typed: string, pattern: RegExp): { codes: string[]; unknown: string[] } {
  const words = [
    ...new Set(
      typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  return {
    codes: words.filter((word) => pattern.test(word)),
    unknown: words.filter((word) => !pattern.test(word)),
  }
}
