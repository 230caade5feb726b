/** Tells somebody how far a long work has come. */
export interface Progress {
  step(count?: number): void
  end(): void
}

/**
 * How the progress of a work is shown.
 * @param done What was done before, and says nothing of the rate.
 */
export type ShowProgress = (title: string, total: number, done?: number) => Progress

export const showNothing: ShowProgress = () => ({ step() {}, end() {} })
