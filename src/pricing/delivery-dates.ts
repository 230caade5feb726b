/** When a parcel that is ordered at `from` arrives, by working days: ISO dates (`2026-11-24`), first and last. */
export function deliveryDates({ daysFrom, daysTo }: { daysFrom: number; daysTo: number }, from = new Date()) {
  return { first: workingDaysAfter(from, daysFrom), last: workingDaysAfter(from, daysTo) }
}

function workingDaysAfter(from: Date, days: number): string {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()))
  for (let left = days; left > 0 || isWeekend(day); ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (!isWeekend(day)) left--
  }
  return day.toISOString().slice(0, 10)
}

function isWeekend(day: Date): boolean {
  return day.getUTCDay() === 0 || day.getUTCDay() === 6
}
