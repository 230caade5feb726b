/** What staff see of people and may do about them: who works here, who is a customer, and shutting somebody out. */
export { disableCustomer } from './disable-customer.ts'
export { endSignIns } from './end-sign-ins.ts'
export { customerSorts, type FoundCustomer, findCustomer, findCustomers } from './find-customers.ts'
export { signInsView } from './sign-ins-view.ts'
export { accessOf, type StaffView, staffView } from './staff-view.ts'
