import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';
import { otherReason } from '../wording/reason.ts';
import { HttpError } from './http-error.ts';

/** Decides which addresses a request may reach, and lends the connections that enforce it. */
export interface HttpGuard {
  /** The connections for this address; throws HttpError `blocked` if it may not be reached. */
  agentFor(url: URL): Agent;
  /** Ends all connections. */
  stop(): Promise<void>;
}

/** Why a name was not connected to: one of its addresses lies inside a private network. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, which is not a public address`);
    this.name = 'PrivateAddressError';
  }
}

/** All addresses of a name, as `dns.lookup` finds them with `all`. */
export type ResolveName = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Lets through http(s) to public addresses only. Names are checked when they are resolved for the connection itself, so that a name
 * cannot change its address between check and use. `allowPrivateHosts` lists exceptions as `host` or `host:port`.
 */
export function createHttpGuard(
  allowPrivateHosts: readonly string[] = [],
  resolveName: ResolveName = lookup,
): HttpGuard {
  const exceptions = new Set(allowPrivateHosts.map((host) => host.toLowerCase()));
  const guarded = new Agent({ connect: { lookup: publicLookup(resolveName) } });
  const open = new Agent();
  return {
    agentFor(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new HttpError('blocked', url.href, otherReason(`only http and https are fetched, not ${url.protocol}`));
      }
      if (exceptions.has(url.host) || exceptions.has(url.hostname)) return open;
      // A literal address is never looked up, so it is checked here.
      const literal = url.hostname.replace(/^\[|\]$/g, '');
      if (ipaddr.isValid(literal) && !isPublicAddress(literal)) {
        throw new HttpError('blocked', url.href, otherReason(`${literal} is not a public address`));
      }
      return guarded;
    },
    async stop() {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

/**
 * Addresses of a cloud's own services that look public: Azure's, where a machine gets its settings. Those of other clouds are link-local,
 * unique local, shared or reserved, which their range says. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const ofClouds: ReadonlySet<string> = new Set(['168.63.129.16']);

/** False for loopback, private, link-local, multicast and every other address without a place on the public Internet. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || ofClouds.has(parsed.toString())) return false;
  // Of IPv6 only this eighth has been given out; an IPv4 address in another part (`::127.0.0.1`) would pass as unicast.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

function publicLookup(resolveName: ResolveName): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const inside = addresses.find(({ address }) => !isPublicAddress(address));
      if (inside) return callback(new PrivateAddressError(host, inside.address), '');
      const [first] = addresses;
      if (!first) return callback(Object.assign(new Error(`${host} has no address`), { code: 'ENODATA' }), '');
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
