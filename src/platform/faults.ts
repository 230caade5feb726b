/** Why a row cannot be taken, in a sentence, and on which line it stands. */
export interface Fault {
  line: number
  sentence: string
}

export type Refuse = (line: number, sentence: string) => void

/** A list of faults, and the function that adds to it. */
export function collectFaults(faults: Fault[]): Refuse {
  return (line, sentence) => {
    faults.push({ line, sentence })
  }
}

export function inOrder(faults: Fault[]): Fault[] {
  return faults.toSorted((a, b) => a.line - b.line)
}
