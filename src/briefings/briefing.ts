import type { StoryPhase } from '../stories/phase.ts';
import type { Ranking } from './ranking/rank-factors.ts';

/** A statement that was delivered to readers of this briefing earlier, in whichever briefing. */
export interface DeliveredStatement {
  readonly text: string;
  readonly citation: Citation;
}

/** What supports a statement: a sentence of a revision of an article. `quote` is that sentence, verbatim. */
export interface Citation {
  readonly articleId: string;
  readonly revision: number;
  readonly sentence: number;
  readonly quote: string;
  readonly url: string;
  readonly publishedAt: string;
  /** The article's headline, for lists of sources. */
  readonly headline?: string;
}

/** One line of a briefing or answer. `quoted` text is verbatim from its first citation; the rest was generated and passed the gate. */
export interface Statement {
  readonly text: string;
  readonly quoted: boolean;
  /** The other side of what stands before it: shown with that, or not at all. */
  readonly isReply?: true;
  /** It announces something for a day after the briefing's. */
  readonly isNext?: true;
  /** Language of the cited sentence, where a model translated it. */
  readonly translatedFrom?: string;
  /** ISO date (YYYY-MM-DD), or a coarser one (`2018`, `2022-07`), of what the statement tells. */
  readonly date?: string;
  readonly citations: readonly Citation[];
}

/** How much a reader wants to read. */
export type BriefingLength = 'headlines' | 'short' | 'normal' | 'long';

/** A number that moved between two articles, or two revisions of one: "9 -> 12", each with its citation. */
export interface MovedNumber {
  readonly before: string;
  readonly now: string;
  /** The toll that is counted, see stories/quantities.ts: `killed`, `missing` ...; '' for another thing. */
  readonly of: string;
  readonly beforeCitation: Citation;
  readonly nowCitation: Citation;
}

/** A story as a briefing tells it. */
export interface BriefingStory {
  readonly storyId: string;
  readonly title: string;
  /** Where the title comes from: a headline of this article, in this revision; older briefings do not know which. */
  readonly titleArticleId: string;
  readonly titleRevision?: number;
  readonly url: string;
  readonly topics: readonly string[];
  /** The picture that the feed shows beside the title, with its alternative text. */
  readonly image?: { readonly url: string; readonly alt: string };
  readonly isUpdate: boolean;
  /** As of the briefing's end, by all of its articles. */
  readonly phase?: StoryPhase;
  readonly statements: readonly Statement[];
  readonly moved: readonly MovedNumber[];
  /** The title's article had another headline when it was delivered to these readers. */
  readonly headlineChange?: { readonly before: string; readonly citation: Citation };
  /** A sentence that was delivered to these readers, and the one that contradicts it now. */
  readonly reversal?: { readonly before: Citation; readonly now: Citation };
  /** The publisher's own explanation of a running story. */
  readonly explainer?: { readonly articleId: string; readonly title: string; readonly url: string };
  readonly articleCount: number;
  /** Publication instants (ISO) of the articles in the window, oldest first. */
  readonly publishedAt: readonly string[];
  readonly agencies: readonly string[];
  /** `DW`, or the host of another publisher's page. */
  readonly publishers: readonly string[];
}

/** A sentence that announces something, whose date is the statement's: `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
export interface EventAhead {
  readonly storyId: string;
  readonly statement: Statement;
}

/** Stories summarized for an interest, window, language and length; shared by all subscriptions that asked for the same. */
export interface Briefing {
  readonly id: string;
  readonly interest: string;
  readonly language: string;
  readonly length: BriefingLength;
  readonly windowStart: string;
  readonly windowEnd: string;
  /** Reviews a week: each story is an affair with its first and last state, whose dates are their statements'. */
  readonly isWeek?: boolean;
  readonly stories: readonly BriefingStory[];
  /** Further stories by title only. */
  readonly also: readonly {
    readonly storyId: string;
    readonly title: string;
    readonly articleId: string;
    readonly revision?: number;
    readonly url: string;
    readonly publishedAt: string;
  }[];
  /** In the first briefing of a week: what is to come, by date. */
  readonly ahead?: readonly EventAhead[];
  /** What a filter of the interest left out: by which presets, and how many stories. */
  readonly leftOut?: { readonly presets: readonly string[]; readonly count: number };
  readonly wordCount: number;
  /** How its stories were weighed. */
  readonly ranking?: Ranking;
}
