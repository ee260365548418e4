import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Clock } from '../../runtime/clock.ts';
import type { Http } from '../../runtime/http.ts';
import { makeFolder } from '../../services/open-data.ts';
import { lockHolder } from '../../storage/sqlite/process-lock.ts';
import { type Finding, failure, ok, warning } from './finding.ts';

const [leastBytes, fewBytes] = [100 * 2 ** 20, 2 ** 30] as const;

/** Whether the data directory is writable, and its free space. */
export async function checkDataDirectory(dataDir: string, freeBytes = freeBytesOf): Promise<readonly Finding[]> {
  const path = resolve(dataDir);
  const probe = join(path, `.doctor-${process.pid}`);
  try {
    makeFolder(path);
    try {
      writeFileSync(probe, 'kurzwelle', { flush: true });
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [
      failure(
        `cannot write to ${path} (${code})`,
        writeRemedies[code ?? ''] ?? `make ${path} writable for this user, or choose another dataDir`,
      ),
    ];
  }
  const free = await freeBytes(path);
  const text = `${path}: ${Math.round(free / 2 ** 20)} MB free`;
  const remedy = 'free some space, or move dataDir; a full archive takes several hundred megabytes';
  if (free < leastBytes) return [failure(text, remedy)];
  return [free < fewBytes ? warning(text, remedy) : ok(text)];
}

const writeRemedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, or choose another dataDir',
  EROFS: 'the file system is read-only; mount a volume there, or choose another dataDir',
  ENOTDIR: 'part of this path is not a folder; choose another dataDir',
};

async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/** Whether the built-in server will get its address; one that our own running service uses is fine. */
export async function checkPort(
  { host, port }: { readonly host: string; readonly port: number },
  dataDir: string,
): Promise<readonly Finding[]> {
  const problem = await triedToListen(host, port);
  if (problem === undefined) return [ok(`${host}:${port} is free`)];
  const holder = existsSync(dataDir) ? lockHolder(dataDir) : undefined;
  if (problem === 'EADDRINUSE' && holder !== undefined)
    return [ok(`${host}:${port} is used by the running service (process ${holder})`)];
  return [
    failure(
      `cannot listen on ${host}:${port} (${problem})`,
      'choose another server.port or server.host, or stop the program that uses it',
    ),
  ];
}

function triedToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}

/** Changes of the rules of time zones, each with the offset after it: what older zone data gets wrong. https://www.iana.org/time-zones */
const knownOffsets = [
  { zone: 'Europe/Berlin', at: '2026-03-29T01:00:00Z', offset: '+02:00', since: 'summer time of 2026' },
  { zone: 'America/New_York', at: '2026-11-01T06:00:00Z', offset: '-05:00', since: 'winter time of 2026' },
  { zone: 'Asia/Almaty', at: '2026-01-01T00:00:00Z', offset: '+05:00', since: 'Kazakhstan, 2024' },
  { zone: 'America/Asuncion', at: '2026-07-01T00:00:00Z', offset: '-03:00', since: 'Paraguay, 2024' },
] as const;

/** Whether zones are computed with recent rules. `offsetAt` is Temporal's; tests give another. */
export function checkZoneData(
  offsetAt = (zone: string, at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO(zone).offset,
): readonly Finding[] {
  const wrong = knownOffsets.filter(({ zone, at, offset }) => offsetAt(zone, at) !== offset);
  const version = `ICU ${process.versions.icu}, zone data ${process.versions.tz}`;
  if (wrong.length === 0) return [ok(version)];
  const remedy =
    'update Node, which contains the time zone rules; until then briefings may be an hour early or late there';
  return wrong.map(({ zone, since }) => failure(`${version}: outdated rules for ${zone} (${since})`, remedy));
}

const [toleratedSeconds, mostSeconds] = [30, 240] as const;

/** The machine's clock against the Date of a web server: slots are computed with it, and Slack refuses what is five minutes off. */
export async function checkClock(
  url: string,
  { http, clock, signal }: { readonly http: Http; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  const asked = clock.now();
  const { headers, url: answeredBy } = await http.get(url, { signal });
  const host = new URL(answeredBy).host;
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs))
    return [warning(`${host} does not send the time`, 'compare your clock yourself: date --utc')];
  const middle = (asked.epochMilliseconds + clock.now().epochMilliseconds) / 2;
  // A cache answers with the time at which it was filled, and says how long ago that was.
  const age = Number(headers.get('age') ?? 0) * 1_000;
  const offSeconds = Math.round((middle - theirs - age) / 1_000);
  const text = `${Math.abs(offSeconds)} s ${offSeconds < 0 ? 'behind' : 'ahead of'} ${host}`;
  const remedy = 'turn on time synchronization, for example: timedatectl set-ntp true';
  if (Math.abs(offSeconds) > mostSeconds) return [failure(text, remedy)];
  return [Math.abs(offSeconds) > toleratedSeconds ? warning(text, remedy) : ok(text)];
}
