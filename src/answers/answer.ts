import type { ActorKind } from '../actors/actor.ts';
import type { Statement } from '../briefings/briefing.ts';

/**
 * What the archive says to a question: every line dated and cited, or an honest refusal. The one shape of `--json`:
 * a refusal has `refused: true`, no statements, and a `text` that says "not in the archive".
 */
export interface Answer {
  readonly kind: 'who' | 'background' | 'story' | 'ask' | 'search' | 'choice' | 'brief' | 'quotes' | 'timeline';
  readonly title: string;
  readonly refused: boolean;
  /** Our own words: a refusal with the nearest thing known, or a question back. */
  readonly text?: string;
  readonly statements: readonly Statement[];
  /** The statements in reading order under their headings; each is in `statements` too. */
  readonly sections?: readonly { readonly heading: string; readonly statements: readonly Statement[] }[];
  readonly actors?: readonly AnswerActor[];
  readonly timeline?: readonly Statement[];
  /** For an ambiguous name: who may be meant. */
  readonly choices?: readonly { readonly label: string; readonly description: string; readonly actorId: number }[];
  /** The stories an actor is in, most articles first. */
  readonly stories?: readonly { readonly storyId: number; readonly title: string; readonly articles: number }[];
  readonly storyId?: number;
  readonly actorId?: number;
  /** Language of the articles it comes from; of a refusal, that of the question. */
  readonly language: string;
  /** Headlines of the cited articles, by id. */
  readonly headlines?: Readonly<Record<string, string>>;
  /** How much was looked through, for the small print. */
  readonly archive: { readonly articles: number; readonly since?: string };
}

/** An office as one sentence of the archive gives it; its day is the statement's. */
export interface AnswerRole {
  readonly text: string;
  readonly former: boolean;
  readonly statement: Statement;
}

export interface AnswerActor {
  readonly id: number;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  /** The newest role the archive gives, with the day and the sentence it comes from. */
  readonly role?: AnswerRole;
  /** Other offices the archive gives, newest first. */
  readonly earlierRoles?: readonly AnswerRole[];
  readonly articleCount: number;
  /** Beside the actor asked for: how often both are named, and the newest sentence that does. */
  readonly together?: {
    readonly articles: number;
    readonly sentences: number;
    readonly latest?: Statement;
    readonly storyId?: number;
    readonly storyTitle?: string;
  };
}
