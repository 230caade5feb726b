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
const buff: Material = { colour: '#b08a68', sheen: 0 }
const dark: Material = { colour: '#7a5a45', sheen: 0 }

function glaze(colour: string, sheen: number, clay: Material, speckle?: Speckle, lining = colour): Glaze {
  const [body, inside] = [
    { colour, sheen },
    { colour: lining, sheen },
  ]
  return { body, lining: inside, clay, ...(speckle && { speckle }) }
}

export const glazes = {
  oat: glaze('#e3dacb', 0.3, buff, iron),
  chalk: glaze('#f0ece4', 0.3, buff, { ...iron, density: 40 }),
  clay: glaze('#bd7f60', 0.2, dark, { ...iron, colour: '#5b2f1c', density: 60 }, '#d3a88c'),
  moss: glaze('#345b4e', 0.45, dark, { density: 60, colour: '#13291f', size: 0.07 }),
  slate: glaze('#7f95a5', 0.4, buff, { density: 70, colour: '#3f4f5b', size: 0.07 }),
  ink: glaze('#343a41', 0.4, dark, { density: 80, colour: '#70767c', size: 0.05 }),
  reed: glaze('#8f9a7c', 0.5, dark, { density: 170, colour: '#4c4a2f', size: 0.085 }, '#a3ab8e'),
  celadon: glaze('#b7c6b8', 0.55, buff, { density: 20, colour: '#6a7a6b', size: 0.06 }),
} satisfies Record<string, Glaze>

export type GlazeName = keyof typeof glazes

export const woods = {
  oak: { colour: '#c3a27a', sheen: 0.12 },
  walnut: { colour: '#765340', sheen: 0.15 },
  ash: { colour: '#dbc6a3', sheen: 0.1 },
  cherry: { colour: '#a57655', sheen: 0.15 },
} satisfies Record<string, Material>

export const metals = {
  brass: { colour: '#b8924f', sheen: 0.75 },
  steel: { colour: '#a9adb0', sheen: 0.8 },
  black: { colour: '#2b2c2e', sheen: 0.45 },
} satisfies Record<string, Material>

export const cloths = {
  linen: { colour: '#e2d9c9', sheen: 0 },
  chalk: { colour: '#f7f4ee', sheen: 0 },
  oat: { colour: '#e9e0d1', sheen: 0 },
  moss: { colour: '#51665b', sheen: 0 },
  slate: { colour: '#8e9fac', sheen: 0 },
  clay: { colour: '#bf886a', sheen: 0 },
  ink: { colour: '#3f4750', sheen: 0 },
} satisfies Record<string, Material>
