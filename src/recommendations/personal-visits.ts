import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'
import { forgetVisitor } from './unlink-visits.ts'

/** What somebody has looked at, looked for and bought, for as long as it is kept and they have agreed to it. */
export const personalVisits: PersonalData = {
  name: 'visits',
  collect: ({ visitorId }) =>
    rows(
      `select event.at, event.kind, event.product_id as "productId", event.words, event.placement
       from recommendations.visits visit join recommendations.events event on event.visit_id = visit.id
       where visit.visitor_id = $visitorId order by event.at`,
      { visitorId },
    ),
  erase: (tx, { visitorId }) => forgetVisitor(tx, visitorId),
}
