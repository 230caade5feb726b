/** A number for a path: tenths are finer than any screen shows. */
export const px = (value: number) => String(Math.round(value * 10) / 10)

export const at = (x: number, y: number) => `${px(x)} ${px(y)}`

export type Attributes = Record<string, string | number | undefined>

/** One SVG element; attributes without a value are left out. */
export function tag(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}"`)
    .join('')
  return children ? `<${name}${written}>${children}</${name}>` : `<${name}${written}/>`
}

export const group = (attributes: Attributes, ...children: string[]) =>
  tag('g', attributes, children.join(''))

export const path = (d: string, attributes: Attributes) => tag('path', { d, ...attributes })

/** A closed outline through the points. */
export const outline = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => at(x, y)).join('L')}Z`

/** An open line through the points. */
export const line = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => at(x, y)).join('L')}`

/** A full ellipse as a path, so that several can share one element. */
export const ellipse = (x: number, y: number, rx: number, ry: number) =>
  `M${at(x - rx, y)}a${at(rx, ry)} 0 1 0 ${at(2 * rx, 0)}a${at(rx, ry)} 0 1 0 ${at(-2 * rx, 0)}Z`

/** Stops of a gradient from `[offset, colour, opacity?]`. */
export const stops = (list: readonly (readonly [offset: number, colour: string, opacity?: number])[]) =>
  list
    .map(([offset, colour, opacity]) =>
      tag('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
    )
    .join('')
