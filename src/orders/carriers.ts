/** Who carries parcels, by the code that a shipment names, and where one of theirs is followed. */
const carriers = {
  dhl: { name: 'DHL', address: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id=' },
  dpd: { name: 'DPD', address: 'https://tracking.dpd.de/status/en_US/parcel/' },
  ups: { name: 'UPS', address: 'https://www.ups.com/track?tracknum=' },
  fedex: { name: 'FedEx', address: 'https://www.fedex.com/fedextrack/?trknbr=' },
  gls: { name: 'GLS', address: 'https://gls-group.com/track/' },
  'royal-mail': {
    name: 'Royal Mail',
    address: 'https://www.royalmail.com/track-your-item#/tracking-results/',
  },
  'japan-post': {
    name: 'Japan Post',
    address:
      'https://trackings.post.japanpost.jp/services/srv/search/direct?searchKind=S004&locale=en&reqCodeNo1=',
  },
} as const

export type Carrier = keyof typeof carriers | 'other'
export const carrierCodes: readonly Carrier[] = [
  ...(Object.keys(carriers) as (keyof typeof carriers)[]),
  'other',
]

/** How a parcel goes and how it can be followed. */
export interface Consignment {
  carrier: Carrier
  trackingNumber: string | null
  /** Only for another carrier than those that we know: an https address. */
  trackingAddress: string | null
}

const NUMBER = /^[A-Za-z0-9](?:[A-Za-z0-9 -]{2,38})[A-Za-z0-9]$/

/** A consignment as staff type it, or undefined for an unknown carrier, no number, or an address that is not https. */
export function consignmentOf(typed: {
  carrier: string
  trackingNumber?: string | undefined
  trackingAddress?: string | undefined
}): Consignment | undefined {
  const carrier = carrierCodes.find((code) => code === typed.carrier)
  const trackingNumber = typed.trackingNumber?.trim() || null
  const trackingAddress = typed.trackingAddress?.trim() || null
  if (!carrier || (trackingNumber && !NUMBER.test(trackingNumber))) return undefined
  if (trackingAddress && (carrier !== 'other' || !isHttps(trackingAddress))) return undefined
  return { carrier, trackingNumber, trackingAddress }
}

/** A carrier's own name; undefined for one that is none of ours. */
export function carrierName(carrier: Carrier): string | undefined {
  return carrier === 'other' ? undefined : carriers[carrier].name
}

/** Where a parcel can be followed, or undefined when nobody knows. */
export function trackingLink({ carrier, trackingNumber, trackingAddress }: Consignment): string | undefined {
  if (carrier === 'other') return trackingAddress ?? undefined
  return trackingNumber ? carriers[carrier].address + encodeURIComponent(trackingNumber) : undefined
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:' && address.length <= 500
}
