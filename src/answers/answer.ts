import type { ActorKind } from '../actors/actor.ts';
import type { Article, Sentence } from '../articles/article.ts';
import type { Statement } from '../briefings/briefing.ts';
import { quoteSentence } from '../briefings/statements/quote-sentence.ts';
import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';

/**
 * What the archive says on a question: every line dated and cited, or an honest refusal. The single output format of `--json`:
 * a refusal has `refused: true`, no statements, and a `text` that says "not in the archive".
 */
export interface Answer {
  readonly kind: 'who' | 'background' | 'story' | 'ask' | 'search' | 'choice' | 'brief' | 'quotes' | 'timeline';
  readonly title: string;
  readonly refused: boolean;
  /** What a refused question was looked for by. */
  readonly words?: string;
  /** The statements say what is so instead of what the question takes for granted. */
  readonly correction?: true;
  /** Text of the interface: a refusal with the closest match, or a question to clarify the name. */
  readonly text?: string;
  readonly statements: readonly Statement[];
  /** The statements in reading order under headings; each is in `statements` too. */
  readonly sections?: readonly { readonly heading: string; readonly statements: readonly Statement[] }[];
  readonly actors?: readonly AnswerActor[];
  readonly timeline?: readonly Statement[];
  /** For an ambiguous name: the possible actors. */
  readonly choices?: readonly { readonly label: string; readonly description: string; readonly actorId: number }[];
  /** The stories an actor is in, most articles first. */
  readonly stories?: readonly { readonly storyId: number; readonly title: string; readonly articles: number }[];
  /** Questions on a story that the archive answers from other articles; see offered-questions.ts. */
  readonly offered?: readonly string[];
  readonly storyId?: number;
  readonly actorId?: number;
  /** Language of the cited articles; for a refusal, of the question. */
  readonly language: string;
  /** Headlines of the cited articles, by id. */
  readonly headlines?: Readonly<Record<string, string>>;
  /** How much of the archive was searched, for the small print. */
  readonly archive: { readonly articles: number; readonly since?: string };
}

/** An office as stated by one sentence of the archive; its date is the statement's. */
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
  /** The newest role in the archive, with the date and the sentence that states it. */
  readonly role?: AnswerRole;
  /** Other offices in the archive, newest first. */
  readonly earlierRoles?: readonly AnswerRole[];
  readonly articleCount: number;
  /** For a related actor: how often both are named together, and the newest sentence that names both. */
  readonly together?: {
    readonly articles: number;
    readonly sentences: number;
    readonly latest?: Statement;
    readonly storyId?: number;
    readonly storyTitle?: string;
  };
}

/** A sentence of an article as a quoted statement, dated with the day of its revision unless another date is given. */
export function cite(article: Article, sentence: Sentence, date?: string): Statement {
  const statement = quoteSentence(article, sentence);
  return date === undefined ? statement : { ...statement, date };
}

/** The interface texts of an answer, with the locale of its dates and the colon. */
export type Wording = Catalog['answer'] & Pick<Catalog, 'locale' | 'colon' | 'comma'>;

/** In the first of these languages that has a catalog, else English. */
export function wording(...languages: readonly (string | undefined)[]): Wording {
  const { answer, locale, colon, comma } = wordingFor(...languages);
  return { ...answer, locale, colon, comma };
}
