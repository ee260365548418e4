import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { addressRanges } from '../../runtime/address-ranges.ts';

/** Where a request comes from, and by which name: as the connection has it, or as a trusted reverse proxy forwards it. */
export interface RequestSource {
  /** Of the client. */
  readonly address: string;
  /** The name, with its port, that the client used. */
  readonly host: string | undefined;
  readonly isHttps: boolean;
  /** Whether a trusted proxy sent it: only then do its other headers say something about the client. */
  readonly isFromProxy: boolean;
}

export type ReadSource = (context: Context) => RequestSource;

/**
 * Reads the source of requests. X-Forwarded-For, -Host and -Proto count only when the connection comes from an address or range of `trusted`;
 * anybody else could write what they like into them.
 */
export function createSourceReader(trusted: readonly string[]): ReadSource {
  const proxies = addressRanges(trusted);
  return (context) => {
    const remote = getConnInfo(context).remote.address ?? '';
    const host = context.req.header('host');
    if (!proxies.includes(remote)) return { address: remote, host, isHttps: false, isFromProxy: false };
    const forwarded = (name: string) => listOf(context.req.header(`x-forwarded-${name}`));
    const addresses = forwarded('for');
    return {
      // Each proxy appends where it got the request from; everything left of the last untrusted address is the client's own claim.
      address: addresses.findLast((address) => !proxies.includes(address)) ?? addresses[0] ?? remote,
      host: forwarded('host').at(-1) ?? host,
      isHttps: forwarded('proto').at(-1) === 'https',
      isFromProxy: true,
    };
  };
}

function listOf(header: string | undefined): readonly string[] {
  return (header ?? '').split(',').flatMap((part) => part.trim() || []);
}
