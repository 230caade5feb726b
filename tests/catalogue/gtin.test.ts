import { expect, test } from 'vitest'
import { gtinOf } from '../../src/catalogue/gtin.ts'

test.each(['4006381333931', '96385074', '036000291452', '10614141000415', '4006381-333931'])(
  '%s is a trade item number',
  (barcode) => {
    expect(gtinOf(barcode)).toBe(barcode.replace('-', ''))
  },
)

test.each([null, '', '4006381333932', '12345', 'SHELF-4006381333931', '000000000000000'])(
  '%s is none',
  (barcode) => {
    expect(gtinOf(barcode)).toBeUndefined()
  },
)
