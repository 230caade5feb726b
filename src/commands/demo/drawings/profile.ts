/** A corner or a bend of a turned form: its radius and height in centimetres; `sharp` keeps the edge. */
export type Knot = readonly [radius: number, height: number, sharp?: 'sharp']

/** A smooth line through the knots, close enough to look round. */
export function profile(knots: readonly Knot[], steps = 22): Knot[] {
  const points: Knot[] = []
  for (let i = 0; i < knots.length - 1; i++) {
    const [a, b] = [knots[i]!, knots[i + 1]!]
    const before = a[2] || i === 0 ? a : knots[i - 1]!
    const after = b[2] || i === knots.length - 2 ? b : knots[i + 2]!
    for (let step = 0; step < steps; step++) points.push(between(before, a, b, after, step / steps))
  }
  points.push(knots.at(-1)!)
  return points
}

/** Closes a wall at its top with a round lip that is `wall` thick, leaning inwards. */
export function lip(knots: readonly Knot[], wall: number): Knot[] {
  const [radius, height] = knots.at(-1)!
  const turn = [0.25, 0.5, 0.75, 1].map((t): Knot => {
    const angle = Math.PI * t
    return [radius - (wall / 2) * (1 - Math.cos(angle)), height + (wall / 2) * Math.sin(angle)]
  })
  return [...profile(knots), ...profile([[radius, height], ...turn], 8).slice(1)]
}

/** The inner wall of a vessel from the lip down to the middle of its floor. */
export function hollow(knots: readonly Knot[], wall: number): Knot[] {
  const floor = knots[0]![1] + wall * 1.4
  const walls = profile(knots).filter(([, height]) => height > floor + wall * 1.2)
  const down = walls.map(([radius, height]): Knot => [Math.max(0.05, radius - wall), height]).reverse()
  const [radius, height] = down.at(-1)!
  const bend = profile([
    [radius, height],
    [radius * 0.9, floor + (height - floor) * 0.45],
    [radius * 0.68, floor + 0.04],
    [radius * 0.4, floor],
  ])
  return [...down, ...bend.slice(1), [0, floor]]
}
function between(a: Knot, b: Knot, c: Knot, d: Knot, t: number): Knot {
  return [Math.max(0, spline(a[0], b[0], c[0], d[0], t)), spline(a[1], b[1], c[1], d[1], t)]
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
}
