import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, ConfigError } from '../config/config.ts';
import type { HttpSettings } from '../runtime/http.ts';

/**
 * How feeds and pages are fetched, by the configuration; `alsoAllow` are more private hosts that may be read. Throws ConfigError for certificates
 * that cannot be read.
 */
export function httpSettings(
  config: Pick<Config, 'http' | 'contact'>,
  alsoAllow: readonly string[] = [],
): HttpSettings {
  const { allowPrivate, proxy, noProxy, certificateAuthorities } = config.http;
  return {
    userAgent: userAgent(config),
    allowPrivateHosts: [...allowPrivate, ...alsoAllow],
    ...(proxy !== undefined && { proxy: { url: proxy, except: noProxy } }),
    certificateAuthorities: certificateAuthorities.map(readCertificates),
  };
}

function readCertificates(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw problem(path, `cannot read ${resolve(path)} (${code}); check the path and its permissions`);
  }
  throw problem(
    path,
    `${resolve(path)} holds no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----`,
  );
}

function problem(path: string, text: string): ConfigError {
  return new ConfigError('http.certificateAuthorities', [`"${path}": ${text}`]);
}

/** Sent with every request, so that a publisher knows who asks and can write to them. */
export function userAgent({ contact }: Pick<Config, 'contact'>): string {
  return `Kurzwelle/0.1 (self-hosted news briefings${contact ? `; ${contact}` : ''})`;
}
