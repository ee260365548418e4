import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { getCACertificates } from 'node:tls';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch } from 'undici';
import { otherReason } from '../wording/reason.ts';
import { type AddressRanges, addressRanges } from './address-ranges.ts';
import { HttpError } from './http-error.ts';

/** Decides which addresses a request may reach, and lends the connections that enforce it. */
export interface HttpGuard {
  /** The connections for this address; throws HttpError `blocked` if it may not be reached. */
  agentFor(url: URL): Dispatcher;
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

/** An HTTP proxy, and the hosts reached without it, as in NO_PROXY. */
export interface ProxySettings {
  readonly url: string;
  readonly except: readonly string[];
}

export interface GuardSettings {
  readonly allowPrivateHosts?: readonly string[];
  readonly proxy?: ProxySettings;
  readonly certificateAuthorities?: readonly string[];
  readonly resolveName?: ResolveName;
}

/**
 * Lets through http(s) to public addresses only. Names are checked when they are resolved for the connection itself, so that a name
 * cannot change its address between check and use. `allowPrivateHosts` lists exceptions: hosts, with or without a port, and ranges. Behind a
 * proxy only literal addresses are checked: it resolves names itself, and has rules of its own.
 */
export function createHttpGuard({
  allowPrivateHosts = [],
  proxy,
  certificateAuthorities = [],
  resolveName = lookup,
}: GuardSettings = {}): HttpGuard {
  const exceptions = new Set(allowPrivateHosts.map((host) => host.toLowerCase()));
  const ranges = addressRanges(allowPrivateHosts);
  const tls =
    certificateAuthorities.length > 0 ? { ca: [...getCACertificates('default'), ...certificateAuthorities] } : {};
  const guarded = new Agent({ connect: { ...tls, lookup: publicLookup(resolveName, ranges) } });
  const open = new Agent({ connect: tls });
  const proxied =
    proxy &&
    new EnvHttpProxyAgent({
      httpProxy: proxy.url,
      httpsProxy: proxy.url,
      noProxy: proxy.except.join(','),
      connect: { ...tls, lookup: publicLookup(resolveName, ranges) },
      ...{ requestTls: tls, proxyTls: tls },
    });
  return {
    agentFor(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new HttpError('blocked', url.href, otherReason(`only http and https are fetched, not ${url.protocol}`));
      }
      if (exceptions.has(url.host) || exceptions.has(url.hostname)) return open;
      // A literal address is never looked up, so it is checked here.
      const literal = url.hostname.replace(/^\[|\]$/g, '');
      if (ranges.includes(literal)) return guarded;
      if (ipaddr.isValid(literal) && !isPublicAddress(literal)) {
        throw new HttpError('blocked', url.href, otherReason(`${literal} is not a public address`));
      }
      return proxied ?? guarded;
    },
    async stop() {
      await Promise.all([guarded.destroy(), open.destroy(), proxied?.destroy()]);
    },
  };
}

/** A `fetch` over the connections of a guard, for libraries that take one. */
export function guardedFetch(guard: HttpGuard): (url: string, init?: object) => Promise<Response> {
  return async (url, init) => {
    const response = await fetch(url, { ...init, dispatcher: guard.agentFor(new URL(url)) });
    return new Response(response.body as ReadableStream | null, response as object);
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

function publicLookup(resolveName: ResolveName, allowed: AddressRanges): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const inside = addresses.find(({ address }) => !isPublicAddress(address) && !allowed.includes(address));
      if (inside) return callback(new PrivateAddressError(host, inside.address), '');
      const [first] = addresses;
      if (!first) return callback(Object.assign(new Error(`${host} has no address`), { code: 'ENODATA' }), '');
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
