import { goodness, type Rate, rateOf } from './measure.ts'
import type { Candidate, Model } from './model.ts'
import type { Exam } from './questions.ts'
import { highest } from './scores.ts'
import { type Blend, parts, type Shape, type Task } from './shape.ts'

/** So many places are looked at, by what is asked. */
export const PLACES: Record<Task, number> = { next: 20, loo: 10, basket: 10, complete: 20, cold: 10 }

const MOST_CANDIDATES = 120
const WEIGHTS = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5]
/** Neighbours are heard in any case: they alone know what has happened since everything was learnt. */
const LIVE = parts.indexOf('neighbours')
const SEASONS = [0, 0.1, 0.2, 0.35, 0.5]
const ROUNDS = 2

type Answered = Exam & { candidates: Candidate[] }

/** Finds how much each part should count for these questions, one after another, for as long as it gets better. */
export function tune(
  model: Model,
  exams: Exam[],
  shape: Shape,
  places: number,
): { blend: Blend; figures: Rate } {
  let best = {
    blend: shape.blend,
    figures: figuresOf(model, answer(model, exams, shape.blend), shape.blend, places),
  }
  for (const steps of shape.steps) {
    const start = { ...best.blend, steps }
    const answered = answer(model, exams, start)
    const tuned = climb(model, answered, start, places)
    if (goodness(tuned.figures) > goodness(best.figures)) best = tuned
  }
  return best
}

function climb(model: Model, answered: Answered[], start: Blend, places: number) {
  let best = { blend: start, figures: figuresOf(model, answered, start, places) }
  const consider = (blend: Blend) => {
    const figures = figuresOf(model, answered, blend, places)
    if (goodness(figures) > goodness(best.figures) + 1e-6) best = { blend, figures }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let part = 0; part < parts.length; part++)
      for (const weight of part === LIVE ? WEIGHTS.slice(3) : WEIGHTS)
        consider({ ...best.blend, weights: best.blend.weights.with(part, weight) })
    for (const season of SEASONS) consider({ ...best.blend, season })
  }
  return best
}

function answer(model: Model, exams: Exam[], { steps }: Blend): Answered[] {
  return exams.map((exam) => ({
    ...exam,
    candidates: model.candidates(exam, steps, MOST_CANDIDATES, exam.allowed),
  }))
}

function figuresOf(model: Model, answered: Answered[], blend: Blend, places: number): Rate {
  return rateOf(answered, ({ known, candidates }) => {
    const asked = known ? candidates.filter(({ item }) => !known.has(item)) : candidates
    const scores = asked.map((candidate) => model.scoreOf(candidate, blend))
    return highest([...asked.keys()], scores, places).map((index) => asked[index]!.item)
  })
}
