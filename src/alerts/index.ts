/** Owns who wants to be told that a variant is back, and whom it is told when. It does not own what there is of it
 * (inventory), nor the mails that tell it (notifications). */

export { type AlertView, alertView } from './alert-view.ts'
export { chooseAlerts } from './choose-alerts.ts'
export { forgetAlerts } from './forget-alerts.ts'
export { personalAlerts } from './personal-alerts.ts'
export { alertRoutes } from './routes.ts'
export { type WaitedFor, waitingAlerts } from './waiting-alerts.ts'
