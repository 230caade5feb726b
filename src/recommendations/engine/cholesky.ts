/**
 * Solves `a x = b` for a symmetric positive definite `a` (n × n, row by row, of which the lower half is read and
 * overwritten) and leaves x in `b`. A pivot that rounding has taken below `floor` is lifted to it.
 */
export function solve(a: Float64Array, b: Float64Array, n: number, floor = 1e-9): void {
  for (let j = 0; j < n; j++) {
    const row = j * n
    let pivot = a[row + j]!
    for (let k = 0; k < j; k++) pivot -= a[row + k]! * a[row + k]!
    const diagonal = Math.sqrt(Math.max(pivot, floor))
    a[row + j] = diagonal
    for (let i = j + 1; i < n; i++) {
      const lower = i * n
      let sum = a[lower + j]!
      for (let k = 0; k < j; k++) sum -= a[lower + k]! * a[row + k]!
      a[lower + j] = sum / diagonal
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * b[k]!
    b[i] = sum / a[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * b[k]!
    b[i] = sum / a[i * n + i]!
  }
}
