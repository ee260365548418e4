import { type Reason, reason, reasonInEnglish } from '../wording/reason.ts';
import type { Log } from './log.ts';

/** Something that the operator should look at, and that can end. */
export interface Trouble {
  /** Of its source; the same as long as it is the same trouble. */
  readonly key: string;
  /** A few words, such as "A briefing could not be delivered". */
  readonly title: Reason;
  /** A sentence or two: what is wrong, what to do. */
  readonly text: Reason;
}

/** Looks for trouble of one kind: everything that is so now. `isReported` lets it end later than it begins. */
export interface TroubleSource {
  readonly name: string;
  look(isReported: (key: string) => boolean): Promise<readonly Trouble[]>;
}

export interface WatchOptions {
  readonly sources: readonly TroubleSource[];
  /** Alerts the operator; false if that failed for now, and must be retried. */
  readonly tell: (trouble: Pick<Trouble, 'title' | 'text'>, kind: 'began' | 'ended') => Promise<boolean>;
  /** Stores which troubles were reported, so that a restart does not report them again. */
  readonly memory: { find(): Promise<string | undefined>; save(text: string): Promise<void> };
  readonly log: Log;
}

type ReportedTroubles = Readonly<Record<string, Reason>>;

/** Tells the operator of each trouble once, and once that it is over. `tick` never throws. */
export function createWatch({ sources, tell, memory, log }: WatchOptions): { tick(): Promise<void> } {
  /** Reported but not stored yet: a full disk must not be reported every minute because it is full. */
  let unsaved: ReportedTroubles | undefined;
  return {
    async tick() {
      const kept = await recall();
      const after = { ...(unsaved ?? kept) };
      for (const source of sources) await lookAt(source, after);
      unsaved = after;
      try {
        if (JSON.stringify(after) !== JSON.stringify(kept)) await memory.save(JSON.stringify(after));
        unsaved = undefined;
      } catch (err) {
        log.error({ err }, 'the record of operator alerts could not be saved; the next tick retries');
      }
    },
  };

  /** A memory that cannot be read, as in a damaged archive, is a reason more to look. */
  async function recall(): Promise<ReportedTroubles> {
    try {
      return readReported(await memory.find(), log);
    } catch (err) {
      log.error({ err }, 'the record of operator alerts cannot be read');
      return {};
    }
  }

  /** One source that fails hides no other, and ends nothing. */
  async function lookAt({ name, look }: TroubleSource, reported: Record<string, Reason>): Promise<void> {
    const keyOf = (key: string): string => `${name}:${key}`;
    let current: readonly Trouble[];
    try {
      current = await look((key) => keyOf(key) in reported);
    } catch (err) {
      return log.warn({ err, source: name }, 'an operator alert may be missing');
    }
    for (const trouble of current) {
      const key = keyOf(trouble.key);
      if (key in reported) continue;
      log.error({ trouble: key, what: reasonInEnglish(trouble.text) }, reasonInEnglish(trouble.title));
      if (await tell(trouble, 'began')) reported[key] = trouble.title;
    }
    const now = new Set(current.map(({ key }) => keyOf(key)));
    for (const [key, title] of Object.entries(reported)) {
      if (!key.startsWith(`${name}:`) || now.has(key)) continue;
      log.info({ trouble: key }, `over: ${reasonInEnglish(title)}`);
      if (await tell({ title, text: reason('isOver') }, 'ended')) delete reported[key];
    }
  }
}

/** If the store cannot be read, troubles are reported again rather than never. */
function readReported(text: string | undefined, log: Log): ReportedTroubles {
  try {
    return text === undefined ? {} : (JSON.parse(text) as ReportedTroubles);
  } catch (err) {
    log.warn({ err }, 'the record of operator alerts cannot be read; they are sent again');
    return {};
  }
}
