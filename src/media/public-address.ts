import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What is nobody's, one's own, or a neighbour's: this machine, private networks, link-local and reserved ranges. */
const withheld = new BlockList()
const ranges = [
  ...[
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
  ],
  ...[
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
  ],
  '224.0.0.0/3',
]
for (const range of ranges) {
  const [network, bits] = range.split('/') as [string, string]
  withheld.addSubnet(network, Number(bits), 'ipv4')
}

/** Of IPv6 only the global unicast range, less what carries IPv4 inside or is meant for examples. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  withheld.addSubnet(network, bits, 'ipv6')
}

/** Whether the IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !withheld.check(address, 'ipv4')
  return isIPv6(address) && global6.check(address, 'ipv6') && !withheld.check(address, 'ipv6')
}
