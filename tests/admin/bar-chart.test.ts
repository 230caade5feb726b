import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barChart } from '../../src/admin/bar-chart.ts'

const days = fc
  .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 })
  .map((amounts) =>
    amounts.map((amount, index) => ({
      name: `2026-11-${String(index + 1).padStart(2, '0')}`,
      value: amount,
    })),
  )

test('every bar is within the chart, as high as its share of what was sold most', () => {
  fc.assert(
    fc.property(days, (sold) => {
      const { bars, width, height, lines } = barChart(sold)
      const full = Math.max(...bars.map((bar) => bar.height))
      const most = Math.max(1, ...sold.map(({ value }) => value))
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(72)
        expect(bar.x + bar.width).toBeLessThanOrEqual(width)
        expect(bar.y).toBeGreaterThanOrEqual(0)
        expect(bar.y + bar.height).toBeLessThanOrEqual(height)
        if (full > 0) expect(Math.abs(bar.height - (full * bar.value) / most)).toBeLessThan(0.2)
      }
      expect(lines[0]).toMatchObject({ value: 0 })
    }),
  )
})
