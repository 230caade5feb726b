declare const isOurs: unique symbol

/** SQL that stands in the source, whole or in pieces: a text from anywhere else does not fit where it is asked for. */
export type Sql = string & { readonly [isOurs]: true }

/**
 * Puts SQL together from pieces that are SQL of ours as well, and from numbers that stand in the source. Data has no
 * way in: it is bound (`$name`).
 */
export function sql(texts: TemplateStringsArray, ...pieces: (Sql | number)[]): Sql {
  return String.raw({ raw: texts }, ...pieces) as Sql
}

/** Pieces one after another, with something between them. */
export function joinSql(pieces: Sql[], between: Sql): Sql {
  return pieces.join(between) as Sql
}
