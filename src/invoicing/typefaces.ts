import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { unwrapFont } from './unwrap-font.ts'

const fromPackage = createRequire(import.meta.url)

/** A font file as it is put into a PDF. */
export interface Typeface {
  name: string
  file: Buffer
  has(character: string): boolean
}

export type Style = 'text' | 'strong' | 'display'

/** A piece of text that one font file can write. */
export interface Run {
  text: string
  typeface: Typeface
}

const SCRIPTS = ['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese']
const noto = (weight: number) =>
  SCRIPTS.map((script) => `noto-sans/files/noto-sans-${script}-${weight}-normal`)
const latin = (family: string, weight: number) =>
  ['latin', 'latin-ext'].map((script) => `${family}/files/${family}-${script}-${weight}-normal`)
const JAPANESE = 'kosugi/files/kosugi-japanese-400-normal'

/** The shop's own typefaces, and what helps out where a name has letters that they lack. */
const styles: Record<Style, string[]> = {
  text: [...latin('figtree', 400), ...noto(400), JAPANESE],
  strong: [...latin('figtree', 600), ...noto(600), JAPANESE],
  display: [...latin('fraunces', 400), ...noto(400), JAPANESE],
}

/** What printers set for a letter that they do not have. */
const MISSING = '〓'

const opened = new Map<string, Typeface>()

/** Cuts a text into pieces, each with the first typeface of the style that has its letters. */
export function runsOf(text: string, style: Style): Run[] {
  const runs: Run[] = []
  for (const character of printable(text)) {
    const found = typefaceFor(character, style)
    const run = found
      ? { text: character, typeface: found }
      : { text: MISSING, typeface: typefaceFor(MISSING, style)! }
    const last = runs.at(-1)
    if (last?.typeface === run.typeface) last.text += run.text
    else runs.push(run)
  }
  return runs
}

function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
}

function typefaceFor(character: string, style: Style): Typeface | undefined {
  for (const name of styles[style]) {
    const typeface = opened.get(name) ?? open(name)
    if (typeface.has(character)) return typeface
  }
  return undefined
}

function open(name: string): Typeface {
  const file = unwrapFont(readFileSync(fromPackage.resolve(`@fontsource/${name}.woff`)))
  const font = create(file)
  if (!('characterSet' in font)) throw new Error(`${name} is no single font`)
  const characters = new Set(font.characterSet)
  const typeface = { name, file, has: (character: string) => characters.has(character.codePointAt(0)!) }
  opened.set(name, typeface)
  return typeface
}
