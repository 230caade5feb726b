import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Mode = 'light' | 'dark'
interface Tokens {
  colours: Record<string, Record<Mode, string>>
  contrast: { of: string; on: string[]; least: number }[]
}

const tokens: Tokens = JSON.parse(readFileSync(new URL('../../public/tokens.json', import.meta.url), 'utf8'))
const modes: Mode[] = ['light', 'dark']
const pairs = tokens.contrast.flatMap(({ of, on, least }) =>
  on.flatMap((under) => modes.map((mode) => ({ of, under, least, mode }))),
)

describe('the colours of the shop', () => {
  test.each(pairs)('$of on $under has a contrast of $least in $mode', ({ of, under, least, mode }) => {
    expect(contrast(colour(of, mode), colour(under, mode))).toBeGreaterThanOrEqual(least)
  })

  test('the stylesheet says what the table says', async () => {
    await expect(stylesheet()).toMatchFileSnapshot('../../public/css/10-tokens.css')
  })
})

function colour(name: string, mode: Mode): string {
  const value = tokens.colours[name]?.[mode]
  if (!value) throw new Error(`There is no colour "${name}" in ${mode}`)
  return value
}

/** WCAG's contrast ratio of two `#rrggbb` colours: 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** The light values for browsers without `light-dark()`, then both; written anew by `vitest -u`. */
function stylesheet(): string {
  const entries = Object.entries(tokens.colours)
  const light = entries.map(([name, { light }]) => `    --${name}: ${light};`)
  const both = entries.map(([name, { light, dark }]) => `      --${name}: light-dark(${light}, ${dark});`)
  return `@layer tokens {
  :root {
    color-scheme: light;
${light.join('\n')}
  }

  @supports (color: light-dark(#fff, #000)) {
    :root {
      color-scheme: light dark;
${both.join('\n')}
    }

    :root[data-theme="light"] {
      color-scheme: light;
    }

    :root[data-theme="dark"] {
      color-scheme: dark;
    }
  }
}
`
}
