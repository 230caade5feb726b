import { type Attributes, tag } from './markup.ts'
import type { Vector } from './vector.ts'

/** Where an object stands: the middle of its foot on the picture, and how many units one centimetre takes. */
export interface Place {
  x: number
  y: number
  scale: number
}

/** One sitting: the height of the camera, and the gradients, patterns and clips that the drawing has used. */
export interface Studio {
  readonly sin: number
  readonly cos: number
  readonly view: Vector
  /** Keeps a definition once, however often it is asked for, and gives its id. */
  define(name: string, attributes: Attributes, children: string): string
  definitions(): string
}

/** A studio whose camera looks down by so many degrees (0 at table height, 90 from straight above). */
export function studio(elevation: number): Studio {
  const kept = new Map<string, string>()
  const [sin, cos] = [Math.sin((elevation * Math.PI) / 180), Math.cos((elevation * Math.PI) / 180)]
  return {
    sin,
    cos,
    view: [0, sin, cos],
    define(name, attributes, children) {
      const key = tag(name, attributes, children)
      const id = kept.get(key) ?? `d${kept.size}`
      kept.set(key, id)
      return id
    },
    definitions: () => [...kept].map(([key, id]) => key.replace(/^<\w+/, `$& id="${id}"`)).join(''),
  }
}

/** A point in centimetres around the object's foot, on the picture. */
export function project(room: Studio, place: Place, [x, y, z]: Vector): [number, number] {
  return [place.x + x * place.scale, place.y + (z * room.sin - y * room.cos) * place.scale]
}
