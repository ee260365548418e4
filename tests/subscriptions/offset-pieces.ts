/** A stretch of time in which a zone keeps its distance from UTC. */
export interface OffsetPiece {
  readonly startMs: number;
  readonly endMs: number;
  readonly offsetMinutes: number;
}

/** No zone changes twice in so short a time. */
const lookEveryMs = 3 * 86_400_000;

/**
 * The stretches of a zone between two instants, as Intl.DateTimeFormat shows them: found by looking every three days and halving in
 * between. Knows nothing of Temporal, so that it can judge what rests on it.
 */
export function offsetPieces(zone: string, startMs: number, endMs: number): readonly OffsetPiece[] {
  const offsetAt = createOffsetReader(zone);
  const pieces: OffsetPiece[] = [];
  let pieceStart = startMs;
  let offset = offsetAt(startMs);
  for (let at = startMs; at < endMs; at += lookEveryMs) {
    const next = Math.min(at + lookEveryMs, endMs);
    const nextOffset = offsetAt(next);
    if (nextOffset === offset) continue;
    const change = halve(at, next, (ms) => offsetAt(ms) === offset);
    pieces.push({ startMs: pieceStart, endMs: change, offsetMinutes: offset });
    pieceStart = change;
    offset = nextOffset;
  }
  return [...pieces, { startMs: pieceStart, endMs, offsetMinutes: offset }];
}

/** When a local date and time is first reached: at itself, or, where it is skipped, at the end of what skips it. */
export function firstReachedMs(localMs: number, pieces: readonly OffsetPiece[]): number {
  for (const { startMs, endMs, offsetMinutes } of pieces) {
    const at = localMs - offsetMinutes * 60_000;
    if (at < startMs) return startMs;
    if (at < endMs) return at;
  }
  throw new Error('The local time is not reached in these stretches');
}

/** The first minute at which the condition no longer holds. */
function halve(holdsMs: number, failsMs: number, holds: (ms: number) => boolean): number {
  let [low, high] = [holdsMs, failsMs];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function createOffsetReader(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    const found = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(ms));
    if (!found) throw new Error(`No offset of ${zone} at ${ms}`);
    const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
    return found[1] === '-' ? -minutes : minutes;
  };
}
