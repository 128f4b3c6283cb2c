import { BlockList, isIP, isIPv6 } from 'node:net'

/** Addresses that are nobody's on the internet, or this machine's and its network's own (IANA special-purpose registries). */
const REFUSED = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  REFUSED.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  REFUSED.addSubnet(network, bits, 'ipv6')

/** Whether an address of IPv4 or IPv6 is private, loopback or otherwise not on the internet; true for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIP(bare) === 0) return true
  return REFUSED.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4')
}

/** Whether a host name can only mean this machine or its own network: localhost, a name without a dot, .local and the like. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  const bare = name.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  return (
    !name.includes('.') || /\.(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test)$/.test(name)
  )
}
