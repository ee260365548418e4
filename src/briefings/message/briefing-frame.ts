import type { Correction } from '../news/find-corrections.ts';

/** What a channel's own briefing says besides its stories. */
export interface BriefingFrame {
  /** The topic's name in the briefing's language; undefined for everything or a mixture. */
  readonly topicName?: string;
  /** Topic id that gives the accent. */
  readonly accent?: string;
  readonly zone: string;
  /** The slot's time, or now for a briefing asked for. */
  readonly at: Temporal.Instant;
  readonly next?: Temporal.Instant;
  readonly isLate?: boolean;
  /** What its articles say otherwise since it was posted. */
  readonly corrections?: readonly Correction[];
  /** The language of the interface, if it differs from that of the articles. */
  readonly reader?: string;
  /** One breaking story, delivered outside the schedule. */
  readonly isAlert?: boolean;
  /** Each story is posted by itself, with its own buttons. */
  readonly storiesApart?: boolean;
}
