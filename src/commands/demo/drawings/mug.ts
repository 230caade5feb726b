import { tag } from './markup.ts'
import type { Glaze } from './palette.ts'
import { hollow, type Knot, lip } from './profile.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine, tube } from './tube.ts'
import { turned } from './turned.ts'

/** The wall of a cup from foot to rim, its thickness, and its handle: where it joins and how far it stands off. */
export interface Cup {
  wall: readonly Knot[]
  thick: number
  foot: number
  handle?: { from: number; to: number; out: number; thick: number }
}

export const cups = {
  round: {
    wall: [
      [3.2, 0],
      [3.5, 0.12],
      [3.9, 0.7],
      [4.3, 2.2],
      [4.42, 4.6],
      [4.3, 7.2],
      [4.22, 8.8],
    ],
    thick: 0.42,
    foot: 0.75,
    handle: { from: 7.3, to: 2.3, out: 2.75, thick: 0.98 },
  },
  straight: {
    wall: [
      [3.7, 0],
      [3.95, 0.1],
      [4.05, 0.35],
      [4.05, 1],
      [4.05, 5],
      [4.05, 9.2],
    ],
    thick: 0.36,
    foot: 0.2,
    handle: { from: 7.6, to: 2.6, out: 2.9, thick: 0.85 },
  },
  espresso: {
    wall: [
      [2.1, 0],
      [2.3, 0.1],
      [2.75, 0.7],
      [3.1, 2],
      [3.2, 4],
      [3.15, 5.4],
    ],
    thick: 0.32,
    foot: 0.55,
    handle: { from: 4.3, to: 1.7, out: 1.75, thick: 0.66 },
  },
  bowl: {
    wall: [
      [2.3, 0],
      [2.4, 0.1],
      [2.45, 0.7, 'sharp'],
      [3.4, 1.2],
      [4.5, 3],
      [4.95, 5.2],
      [5.05, 7.2],
    ],
    thick: 0.38,
    foot: 1.1,
  },
  enamel: {
    wall: [
      [3.5, 0],
      [3.85, 0.08],
      [4.05, 0.5],
      [4.1, 1.2],
      [4.12, 5],
      [4.14, 7.6],
      [4.4, 8],
    ],
    thick: 0.16,
    foot: 0,
    handle: { from: 6.7, to: 2, out: 2.5, thick: 0.55 },
  },
} satisfies Record<string, Cup>

export interface CupLook {
  filled?: string
  seed?: number
  /** The handle points to the left. */
  mirrored?: boolean
  /** The colour of a line around the lip. */
  rim?: string
}

/** A cup in a glaze, with its handle at the side; `filled` with coffee or tea of a colour. */
export function mug(room: Studio, place: Place, cup: Cup, glaze: Glaze, look: CupLook = {}): string {
  const height = cup.wall.at(-1)![1]
  const body = turned(room, place, {
    outside: lip(cup.wall, cup.thick),
    inside: hollow(cup.wall, cup.thick),
    material: glaze.body,
    lining: glaze.lining,
    zones: cup.foot ? [{ upTo: cup.foot, material: glaze.clay }] : [],
    waves: cup.foot ? 0.8 : 0,
    speckle: glaze.speckle,
    seed: look.seed ?? 5,
    filled: look.filled ? { height: height * 0.83, colour: look.filled } : undefined,
  })
  return [
    cup.handle ? ear(room, place, cup, glaze, look.mirrored) : '',
    body,
    look.rim ? lipLine(room, place, cup, look.rim) : '',
  ].join('')
}

function lipLine(room: Studio, place: Place, cup: Cup, stroke: string): string {
  const [radius, height] = cup.wall.at(-1)!
  const [cx, cy] = project(room, place, [0, height + cup.thick / 2, 0])
  const rx = (radius - cup.thick * 0.4) * place.scale
  return tag('ellipse', {
    cx,
    cy,
    rx,
    ry: rx * room.sin,
    fill: 'none',
    stroke,
    'stroke-width': cup.thick * place.scale,
  })
}

function ear(room: Studio, place: Place, cup: Cup, glaze: Glaze, mirrored = false): string {
  const { from, to, out, thick } = cup.handle!
  const radius = cup.wall.at(-2)![0]
  const side = (reach: number, height: number) =>
    project(room, place, [(mirrored ? -1 : 1) * (radius + reach), height, -0.4])
  const drop = from - to
  const line = smoothLine([
    side(-0.7, from - 0.1),
    side(0.3, from + 0.08),
    side(out * 0.72, from - drop * 0.05),
    side(out, from - drop * 0.36),
    side(out * 0.84, to + drop * 0.24),
    side(0.35, to + 0.05),
    side(-0.7, to - 0.3),
  ])
  return tube(room, line, thick * place.scale, glaze.body)
}
