import { deeper, paler } from './colour.ts'
import { foldFill, foldsOf, wallShadow } from './hanging.ts'
import type { Material } from './light.ts'
import { at, path } from './markup.ts'
import type { Studio } from './studio.ts'
import { type Point, smoothLine } from './tube.ts'

/** A bib apron that hangs by its neck loop from a point, so many units wide; `inPocket` shows above the pocket. */
export function apron(
  room: Studio,
  x: number,
  y: number,
  width: number,
  cloth: Material,
  weave: string,
  inPocket = '',
): string {
  const w = width / 2
  const q = (px: number, py: number): Point => [x + px * w, y + py * w]
  const bib: Point[] = [q(-0.46, 0.72), q(0.46, 0.72), q(0.48, 1), q(0.56, 1.32), q(0.8, 1.66), q(0.98, 1.84)]
  const skirt: Point[] = [
    q(1, 2.4),
    q(1.02, 3.4),
    q(1, 4.1),
    q(0.7, 4.16),
    q(0.35, 4.1),
    q(0, 4.17),
    q(-0.4, 4.1),
    q(-0.75, 4.16),
    q(-1, 4.1),
  ]
  const back: Point[] = [
    q(-1.02, 3.4),
    q(-1, 2.4),
    q(-0.98, 1.84),
    q(-0.8, 1.66),
    q(-0.56, 1.32),
    q(-0.48, 1),
  ]
  const outline = [...bib, ...skirt, ...back]
  const d = `M${at(...bib[0]!)}L${smoothLine(bib.slice(1)).slice(1)}L${smoothLine(skirt).slice(1)}L${smoothLine(back).slice(1)}Z`
  const wave = foldsOf({ folds: { deep: 0.24, count: 2.6 }, seed: 8 })
  const strap = `M${at(...q(-0.38, 0.76))}C${at(...q(-0.32, 0.3))} ${at(...q(-0.1, 0.02))} ${at(...q(0, 0))}C${at(...q(0.1, 0.02))} ${at(...q(0.32, 0.3))} ${at(...q(0.38, 0.76))}`
  const ties = `M${at(...q(-0.98, 1.88))}C${at(...q(-1.2, 2.2))} ${at(...q(-1.06, 2.7))} ${at(...q(-1.2, 3.3))}M${at(...q(0.98, 1.88))}C${at(...q(1.16, 2.1))} ${at(...q(1.12, 2.6))} ${at(...q(1.22, 3.1))}`
  const pocket = `M${at(...q(-0.52, 2.3))}H${q(0.52, 0)[0]}V${q(0, 3.1)[1]}q0 14 -14 14H${q(-0.52, 0)[0] + 14}q-14 0 -14 -14Z`
  const flat = { fill: 'none', stroke: cloth.colour, 'stroke-width': w * 0.075 }
  const stitch = {
    fill: 'none',
    stroke: paler(cloth.colour, 0.45),
    'stroke-width': 1.6,
    'stroke-dasharray': '7 4',
    opacity: 0.7,
  }
  const [left, mid] = [q(-0.46, 0.8), q(0, 2.3)]
  return [
    wallShadow(room, outline, 20),
    path(strap + ties, { ...flat, stroke: deeper(cloth.colour, 0.4), transform: 'translate(3 3)' }),
    path(strap + ties, flat),
    path(d, { fill: foldFill(room, cloth, wave, x - w, width) }),
    inPocket,
    path(pocket, { fill: '#000', opacity: 0.16, transform: 'translate(4 5)' }),
    path(pocket, {
      fill: foldFill(room, { ...cloth, colour: paler(cloth.colour, 0.02) }, wave, x - w - 20, width),
    }),
    path(d, { fill: weave }),
    path(
      `${pocket}M${at(mid[0], mid[1])}V${q(0, 3.1)[1] + 12}M${at(left[0] + 4, left[1])}H${q(0.46, 0)[0] - 4}`,
      stitch,
    ),
  ].join('')
}
