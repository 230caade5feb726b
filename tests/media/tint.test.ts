import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const stylesheet = (name: string) =>
  readFileSync(new URL(`../../public/css/${name}`, import.meta.url), 'utf8')

const luminance = (channels: number[]) => {
  const linear = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
}
const channelsOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const over = (under: number[], above: number[], share: number) =>
  under.map((channel, index) => channel * (1 - share) + above[index]! * share)

test('words in the place of a picture can be read on the main colour of any picture, in light and in dark', () => {
  const card = stylesheet('44-card.css')
  const share = Number(/\.tint \{[^}]*opacity: ([\d.]+)/.exec(card)![1])
  const words = channelsOf(/\.plate \{[^}]*[^-]color: (#\w{6})/.exec(card)![1]!)
  const plates = /--plate: light-dark\((#\w{6}), (#\w{6})\)/.exec(stylesheet('10-tokens.css'))!.slice(1)
  const veil = [14, 17, 19]
  expect(card).toContain(`rgb(${veil.join(' ')} / 0.13)`)
  for (const [mode, plate] of [...plates.entries()]) {
    const seen = (colour: number[]) => (mode === 1 ? over(colour, veil, 0.13) : colour)
    const darkest = seen(over(channelsOf(plate), [0, 0, 0], share))
    const contrast = (luminance(darkest) + 0.05) / (luminance(seen(words)) + 0.05)
    expect(contrast).toBeGreaterThanOrEqual(4.5)
  }
})
