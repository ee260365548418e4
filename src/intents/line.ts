/** What people want done when they type a line; the grammar of intents. */
export const intents = [
  'subscribe',
  'unsubscribe',
  'pause',
  'resume',
  'list',
  'edit',
  'move',
  'brief',
  'who',
  'background',
  'story',
  'ask',
  'search',
  'settings',
  'topics',
  'why',
  'status',
  'help',
  'courtesy',
  'unclear',
] as const;

export type Intent = (typeof intents)[number];

/** What a line says beyond its intent; only what it says. Written so that the strict syntax reads it too. */
export interface Slots {
  /** "asia", "asia OR africa", "everything AND NOT sports", `actor:"Park Jin"`, "region:Japan". */
  readonly interest?: string;
  /** "08:00", of 24 hours. */
  readonly times?: readonly string[];
  /** "daily", "weekdays", "weekends", or "mon,wed". */
  readonly days?: string;
  /** IANA. */
  readonly zone?: string;
  /** A code: "de". */
  readonly language?: string;
  readonly length?: 'headlines' | 'short' | 'normal' | 'long';
  readonly as?: 'digest' | 'alerts' | 'both' | 'week';
  /** How many at most. */
  readonly stories?: number;
  /** The subscription meant: its number or numbers ("1,3"), its interest, or "all". */
  readonly which?: string;
  /** "24h", "7d", "yesterday" or a date. */
  readonly since?: string;
  /** A date, or a duration such as "P7D". */
  readonly until?: string;
  /** What a question or search is about, as typed. */
  readonly words?: string;
  readonly setting?: 'zone' | 'language';
  readonly value?: string;
}

/** Where a line is typed; a thread is one under a briefing or an answer. */
export type LinePlace = 'dm' | 'mention' | 'slash' | 'thread';

/** A line as somebody typed it. */
export interface TypedLine {
  readonly text: string;
  readonly place: LinePlace;
  readonly now: Temporal.Instant;
  /** The reader's, for days: "until Friday". */
  readonly zone: string;
  /** The language they read our words in, which decides between readings that are equally good. */
  readonly language?: string;
}

/** A line as it was read. */
export interface ReadLine {
  readonly intent: Intent;
  readonly slots: Slots;
  /** Ask before it is done: it concerns everything, or a word is only near to a topic. */
  readonly confirm?: true;
  /** Only because words name what it concerns: sure where a subscription is called so. */
  readonly isSureIfNamed?: true;
  /** What an edit adds to the subscription's interest, or leaves out of it. */
  readonly reshape?: { readonly how: 'add' | 'leave-out'; readonly what: readonly string[] };
  /** A courtesy that begins a conversation, or asks who is there. */
  readonly greets?: true;
  /** The word as typed and the topic it was taken for. */
  readonly near?: { readonly typed: string; readonly topic: string };
}
