const ACCENTS = /[\u0300-\u036f]/g
const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** Words as they are compared: small, without accents, "ß" as "ss". `search.plain` in the database does the same. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(ACCENTS, '').replaceAll('ß', 'ss').replaceAll('ς', 'σ')
}

/** The words of a text, plain, in their order. */
export function wordsIn(text: string): string[] {
  return plain(text).match(WORDS) ?? []
}
