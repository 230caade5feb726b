import type { Material } from './light.ts'
import type { Speckle } from './speckle.ts'

/** A glaze on stoneware: the glazed wall, its lining, the bare clay of the foot, and the specks in it. */
export interface Glaze {
  body: Material
  lining: Material
  clay: Material
  speckle?: Speckle
}

const iron: Speckle = { density: 130, colour: '#6b4a2e', size: 0.075 }
const buff: Material = { colour: '#b8906b', sheen: 0 }
const dark: Material = { colour: '#7d5a43', sheen: 0 }

const glaze = (colour: string, sheen: number, clay: Material, speckle?: Speckle, lining = colour): Glaze => ({
  body: { colour, sheen },
  lining: { colour: lining, sheen },
  clay,
  ...(speckle && { speckle }),
})

export const glazes = {
  oat: glaze('#e3dacb', 0.3, buff, iron),
  chalk: glaze('#f0ece4', 0.3, buff, { ...iron, density: 40 }),
  clay: glaze('#bd7f60', 0.2, dark, { ...iron, colour: '#5b2f1c', density: 60 }, '#d3a88c'),
  moss: glaze('#345b4e', 0.5, dark, { density: 50, colour: '#17352c', size: 0.07 }),
  slate: glaze('#7f95a5', 0.4, buff, { density: 70, colour: '#3f4f5b', size: 0.07 }),
  ink: glaze('#363c42', 0.45, dark, { density: 60, colour: '#0f1114', size: 0.07 }),
}
