import { deeper, paler } from './colour.ts'
import type { Material } from './light.ts'
import { path, tag } from './markup.ts'
import { facing, prism, rounded, turned } from './prism.ts'
import type { Place, Studio } from './studio.ts'
import type { Point } from './tube.ts'

export interface Book {
  width: number
  depth: number
  thick: number
  turn: number
  cover: Material
  weave?: string
  /** The colour of a cloth spine, where it is not the cover's own. */
  spine?: string
  /** A small paper label on the cover. */
  label?: boolean
  base?: number
}

const leaf: Material = { colour: '#f1e9d8', sheen: 0 }

/** A bound book that lies on the table, its spine to the left. */
export function notebook(room: Studio, place: Place, book: Book): string {
  const { width, depth, thick, turn, cover, base = 0 } = book
  const board = 0.28
  const boards = rounded(width, depth, 0.35)
  const block = rounded(width - 0.5, depth - 0.7).map(([x, z]): Point => [x - 0.15, z])
  return [
    prism(room, place, { shape: boards, base, height: board, turn, material: cover }),
    prism(room, place, {
      shape: block,
      base: base + board,
      height: thick,
      turn,
      material: leaf,
      shadow: base === 0,
    }),
    edges(room, place, block, base + board, thick, turn),
    spineSide(room, place, book),
    prism(room, place, {
      shape: boards,
      base: base + board + thick,
      height: board,
      turn,
      material: cover,
      weave: book.weave,
      top: face(book),
      shadow: false,
    }),
  ].join('')
}

function edges(
  room: Studio,
  place: Place,
  block: Point[],
  base: number,
  thick: number,
  turn: number,
): string {
  const corners = block.map((point) => turned(point, turn))
  return corners
    .map((from, i) => {
      const to = corners[(i + 1) % corners.length]!
      if (to[0] <= from[0]) return ''
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]) * 10
      const rows = Array.from(
        { length: Math.round(thick * 6) },
        (_, k) => `M0 ${(k + 0.5) * (10 / 6)}H${Math.round(length)}`,
      )
      return facing(
        room,
        place,
        from,
        to,
        base + thick,
        path(rows.join(''), { stroke: '#8d7d62', 'stroke-width': 0.35, opacity: 0.55 }),
      )
    })
    .join('')
}

function spineSide(room: Studio, place: Place, book: Book): string {
  const { width, depth, thick, turn, base = 0 } = book
  const strip = rounded(0.3, depth, 0.1).map(([x, z]): Point => [x - width / 2 + 0.15, z])
  const material = { colour: book.spine ?? book.cover.colour, sheen: 0 }
  return prism(room, place, { shape: strip, base, height: thick + 0.5, turn, material, shadow: false })
}

function face(book: Book): string {
  const [w, d] = [book.width * 10, book.depth * 10]
  const left = -w / 2
  const spine = book.spine
    ? tag('rect', { x: left, y: -d / 2, width: w * 0.2, height: d, fill: book.spine })
    : ''
  const groove =
    path(`M${left + 8} ${-d / 2}V${d / 2}`, {
      stroke: deeper(book.cover.colour, 0.6),
      'stroke-width': 1.6,
      opacity: 0.45,
    }) +
    path(`M${left + 9.6} ${-d / 2}V${d / 2}`, {
      stroke: paler(book.cover.colour, 0.5),
      'stroke-width': 0.8,
      opacity: 0.4,
    })
  const label = book.label
    ? tag('rect', { x: -w * 0.06, y: -d * 0.3, width: w * 0.34, height: d * 0.14, fill: '#efe7d6' }) +
      tag('rect', {
        x: -w * 0.045,
        y: -d * 0.29,
        width: w * 0.31,
        height: d * 0.12,
        fill: 'none',
        stroke: '#b9a888',
        'stroke-width': 0.5,
      })
    : ''
  return spine + groove + label
}
