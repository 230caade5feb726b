import type { Locale } from '../platform/locale.ts'
import { type Sql, sql } from '../platform/sql.ts'

/**
 * The table of a language's documents, by its own name: through the table of all languages, PostgreSQL would not
 * consider that a plan which is dear in the end may be cheap for the first 1,000 rows.
 */
export const documentsIn: Record<Locale, Sql> = {
  en: sql`search.documents_en`,
  de: sql`search.documents_de`,
}
