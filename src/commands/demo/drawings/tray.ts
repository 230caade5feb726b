import type { Material } from './light.ts'
import { turned as around, prism, prismShadow, rounded } from './prism.ts'
import type { Place, Studio } from './studio.ts'
import type { Point } from './tube.ts'
import { grain } from './wood.ts'

/** A letter tray of wood, open to the front; what lies in it is drawn by `inside`. Sizes in centimetres. */
export function letterTray(room: Studio, place: Place, wood: Material, turn: number, inside = ''): string {
  const [width, depth, height, t] = [26, 34, 6, 1]
  const part = (shape: Point[], base: number, tall: number, w: number, d: number, seed: number) =>
    prism(room, place, {
      shape,
      base,
      height: tall,
      turn,
      material: wood,
      top: grain(w * 10, d * 10, wood.colour, seed),
      shadow: false,
    })
  const moved = (w: number, d: number, x: number, z: number): Point[] =>
    rounded(w, d).map(([px, pz]): Point => [px + x, pz + z])
  const floor = rounded(width, depth)
  return [
    prismShadow(
      room,
      place,
      floor.map((point) => around(point, turn)),
      0,
      height,
    ),
    part(floor, 0, t, width, depth, 5),
    part(moved(width, t, 0, -depth / 2 + t / 2), t, height - t, width, depth, 6),
    part(moved(t, depth - t, -width / 2 + t / 2, t / 2), t, height - t, 40, 40, 7),
    inside,
    part(moved(t, depth - t, width / 2 - t / 2, t / 2), t, height - t, 40, 40, 8),
  ].join('')
}
