import { deeper, paler } from './colour.ts'
import { at, group, path, px, tag } from './markup.ts'
import { plan } from './prism.ts'
import { type Knot, profile } from './profile.ts'
import { random } from './random.ts'
import { type Place, project, type Studio } from './studio.ts'
import { smoothLine } from './tube.ts'
import { radiusAt } from './turned.ts'

/** The grain of a plank in millimetres, lying along x: long lines that waver, and pale ones between. */
export function grain(width: number, depth: number, colour: string, seed: number): string {
  const next = random(seed)
  const dark: string[] = []
  const pale: string[] = []
  const heart = (next() - 0.5) * depth * 0.5
  for (let z = -depth / 2; z < depth / 2; z += depth * (0.01 + 0.035 * next())) {
    const bulge =
      (9 + 12 * next()) * Math.exp(-(((z - heart) / (depth * 0.22)) ** 2)) * Math.sign(z - heart || 1)
    const line = wave(width, z, bulge * (depth / 160), next)
    ;(next() < 0.7 ? dark : pale).push(line)
  }
  return group(
    { fill: 'none', 'stroke-linecap': 'round' },
    path(dark.filter((_, i) => i % 2 === 0).join(''), {
      stroke: deeper(colour, 0.55),
      'stroke-width': 0.7,
      opacity: 0.3,
    }),
    path(dark.filter((_, i) => i % 2 === 1).join(''), {
      stroke: deeper(colour, 0.4),
      'stroke-width': 2.2,
      opacity: 0.16,
    }),
    path(pale.join(''), { stroke: paler(colour, 0.4), 'stroke-width': 1.8, opacity: 0.09 }),
    pores(width, depth, colour, next),
  )
}

function wave(width: number, z: number, bulge: number, next: () => number): string {
  const start = -width / 2 - 4
  const points = [0.25, 0.5, 0.75, 1].map((t) => {
    const rise = bulge * Math.sin(Math.PI * t) + (next() - 0.5) * 2.2
    return at(start + (width + 8) * t, z + rise)
  })
  return `M${at(start, z)}S${at(start + width * 0.2, z + bulge * 0.6)} ${points[0]}S${at(start + width * 0.45, z + bulge)} ${points[1]}T${points[2]}T${points[3]}`
}

function pores(width: number, depth: number, colour: string, next: () => number): string {
  const count = Math.round((width * depth) / 160)
  const dashes = Array.from(
    { length: count },
    () => `M${at((next() - 0.5) * width, (next() - 0.5) * depth)}h${px(2 + 7 * next())}`,
  )
  return path(dashes.join(''), { stroke: deeper(colour, 0.6), 'stroke-width': 0.45, opacity: 0.35 })
}

/** Grain on a turned form: lines that waver around it. */
export function turnedGrain(
  room: Studio,
  place: Place,
  wall: readonly Knot[],
  colour: string,
  seed: number,
): string {
  const next = random(seed)
  const line = profile(wall)
  const [low, high] = [line[0]![1], line.at(-1)![1]]
  const drawn: string[] = []
  for (let height = low; height < high; height += (high - low) * (0.02 + 0.03 * next())) {
    const [sway, phase] = [(high - low) * 0.07 * (next() - 0.3), next() * 6]
    const points = Array.from({ length: 15 }, (_, i) => {
      const turn = (-84 + 12 * i) * (Math.PI / 180)
      const h = Math.min(high, Math.max(low, height + sway * Math.cos(turn * 1.7 + phase)))
      const r = radiusAt(line, h)
      return project(room, place, [r * Math.sin(turn), h, r * Math.cos(turn)])
    })
    drawn.push(smoothLine(points))
  }
  const look = { fill: 'none', stroke: deeper(colour, 0.6) }
  return (
    path(drawn.filter((_, i) => i % 3).join(''), { ...look, 'stroke-width': 1.3, opacity: 0.32 }) +
    path(drawn.filter((_, i) => i % 3 === 0).join(''), { ...look, 'stroke-width': 3, opacity: 0.2 })
  )
}

/** Grain on a slim turned form, cut from an upright piece: lines that run from foot to top. */
export function standingGrain(
  room: Studio,
  place: Place,
  wall: readonly Knot[],
  colour: string,
  seed: number,
): string {
  const next = random(seed)
  const line = profile(wall, 8)
  const drawn = Array.from({ length: 16 }, (_, i) => {
    const [turn, sway, phase] = [
      (-80 + 10.5 * i + 6 * next()) * (Math.PI / 180),
      0.05 + 0.1 * next(),
      next() * 6,
    ]
    const points = line.map(([radius, height], k) => {
      const angle = turn + sway * Math.sin(k / 14 + phase)
      return project(room, place, [radius * Math.sin(angle), height, radius * Math.cos(angle)])
    })
    return smoothLine(points.filter((_, k) => k % 3 === 0))
  })
  const look = { fill: 'none', stroke: deeper(colour, 0.6) }
  return (
    path(drawn.filter((_, i) => i % 2).join(''), { ...look, 'stroke-width': 1.1, opacity: 0.28 }) +
    path(drawn.filter((_, i) => i % 2 === 0).join(''), { ...look, 'stroke-width': 2.6, opacity: 0.14 })
  )
}

/** Grain on the inside of a turned vessel, as flat-sawn wood shows it from above. */
export function innerGrain(room: Studio, place: Place, inside: readonly Knot[], colour: string): string {
  const [mouth, rim] = inside[0]!
  const opening = tag('circle', { r: mouth * 10 })
  const clip = `url(#${room.define('clipPath', {}, opening)})`
  const lines = group({ 'clip-path': clip, opacity: 0.85 }, grain(mouth * 20, mouth * 20, colour, 8))
  return group({ transform: plan(room, place, rim, 20) }, lines)
}
