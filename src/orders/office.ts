/** What staff see of orders: the list, one with all that is about it, and how it is, for the audit log. */
export { officeCounts } from './office-counts.ts'
export {
  type OfficeFilter,
  type OfficeRow,
  officeColumns,
  officeFilters,
  officeList,
  officeSorting,
} from './office-list.ts'
export { findOrderId, type OfficeOrder, officeOrder, orderStateOf } from './office-order.ts'
export { openReturns } from './open-returns.ts'
export { orderNumbers } from './order-numbers.ts'
export { orderOfVisitor } from './order-of-visitor.ts'
export { type Pick, pickList } from './pick-list.ts'
export { refundParts } from './refund-parts.ts'
export { type SalesDay, type SalesFigure, salesByDay, salesFigures } from './sales-figures.ts'
