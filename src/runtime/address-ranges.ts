import ipaddr from 'ipaddr.js';

/** A set of addresses of the Internet protocol. */
export interface AddressRanges {
  /** Whether an address is one of them; an IPv4 address inside IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
  includes(address: string): boolean;
}

type Range = readonly [base: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** Reads addresses and ranges in CIDR notation, such as `10.0.0.0/8`; texts that are neither are left out. */
export function addressRanges(texts: readonly string[]): AddressRanges {
  const ranges = texts.map(rangeOf).filter((range) => range !== undefined);
  return {
    includes(address) {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
    },
  };
}

/** Whether a text is an address or a range. */
export function isAddressRange(text: string): boolean {
  return rangeOf(text) !== undefined;
}

function rangeOf(text: string): Range | undefined {
  if (ipaddr.isValidCIDR(text)) {
    const [base, bits] = ipaddr.parseCIDR(text);
    return [base, bits];
  }
  // ipaddr.js also reads `10` and `0x7f000001`, which are slips rather than addresses.
  if (!ipaddr.IPv6.isValid(text) && !ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** Whether a server that listens there can only be reached from its own machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || addressRanges(['127.0.0.0/8', '::1']).includes(host);
}
