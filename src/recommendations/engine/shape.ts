import type { LinearParameters } from './linear-model.ts'
import type { NeighbourParameters } from './neighbours.ts'

/** The question that a model is made for. */
export const tasks = ['next', 'loo', 'basket', 'complete', 'cold'] as const
export type Task = (typeof tasks)[number]

/** What a score is made of, in the order in which the parts stand everywhere. */
export const parts = ['neighbours', 'linear', 'own', 'popular', 'content'] as const

/** How much each part counts, and the exponent by which what is wanted lately lifts all of them. */
export interface Blend {
  weights: number[]
  season: number
  /** After so many steps back an item of the question counts less by e; null where order says nothing. */
  steps: number | null
}

export interface Shape {
  /** What is tried, the likeliest first, for as long as there is time. */
  linear: LinearParameters[]
  neighbours: NeighbourParameters
  /** After so many sessions what somebody has bought counts less by e. */
  fading: number
  halfLifeDays: number
  /** All sessions of a user are one. */
  isByUser: boolean
  blend: Blend
  /** The values of `blend.steps` that are tried. */
  steps: (number | null)[]
}

const inOrder: Shape = {
  linear: [0.5, 0].map((backwards) => ({ ridge: 10, candidates: 100, steps: 2, lengthPower: 0, backwards })),
  neighbours: { neighbours: 500, sample: 1_500, distance: 3, days: 60 },
  ...{ fading: 10, halfLifeDays: 7, isByUser: false },
  blend: { weights: [0.5, 0.5, 0, 0.001, 0.001], season: 0, steps: 2 },
  steps: [1, 2, 4],
}
const asSets: Shape = {
  ...inOrder,
  linear: [{ ridge: 20, candidates: 100, steps: null, lengthPower: 0.5, backwards: 1 }],
  neighbours: { neighbours: 500, sample: 1_000, distance: null, days: null },
  halfLifeDays: 14,
  blend: { weights: [0.35, 0.65, 0, 0.001, 0.001], season: 0, steps: null },
  steps: [null],
}

export const shapes: Record<Task, Shape> = {
  next: inOrder,
  loo: {
    ...inOrder,
    linear: [0.5, 0].map((backwards) => ({
      ridge: 5,
      candidates: 100,
      steps: 6,
      lengthPower: 0.3,
      backwards,
    })),
    neighbours: { neighbours: 200, sample: 1_000, distance: 6, days: null },
    ...{ isByUser: true, halfLifeDays: 60 },
    blend: { weights: [0.4, 0.6, 0, 0.01, 0.1], season: 0, steps: 4 },
    steps: [2, 5, 12],
  },
  basket: {
    ...asSets,
    blend: { weights: [0.4, 0.1, 1, 0.05, 0.01], season: 0.25, steps: null },
  },
  complete: asSets,
  cold: { ...asSets, blend: { weights: [0, 0, 0, 0, 1], season: 0, steps: null } },
}
