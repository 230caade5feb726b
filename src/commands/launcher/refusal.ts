/** Something that a person can mend, said in a sentence; it is shown without a stack. */
export class Refusal extends Error {}
