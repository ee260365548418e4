import { isBoilerplate } from '../articles/boilerplate.ts';
import { splitSentences } from '../text/sentences.ts';
import { baseLanguage } from '../text/terms.ts';

/** An article as grouping reads it. A teaser has no body, a bare headline neither body nor lead. */
export interface StoryDocument {
  readonly id: string;
  readonly language: string;
  readonly headline: string;
  readonly lead?: string;
  readonly body: string;
  /** A live blog: grouped by its headline and the first sentence of its lead. */
  readonly isLive?: boolean;
  readonly publishedAt?: Temporal.Instant;
}

/** The usual maximum length of a teaser; in a longer text one sentence on something else hardly counts. */
const teaserLetters = 600;
/** Words that turn to other news, by language; live blogs and news roundups end with them. Our own choice. */
const turns: Readonly<Record<string, RegExp>> = {
  en: /^(?:Meanwhile|Elsewhere|Also|In other news)\b/,
  de: /^(?:Unterdessen|Derweil|Indessen|Außerdem|Weitere Themen)\b/,
};

/** Whether a sentence leaves the event for another one. */
export function turnsToOtherNews(sentence: string, language: string): boolean {
  return turns[baseLanguage(language)]?.test(sentence) === true;
}

/** The text on a document's event: lead and body; for a teaser, without other news and invitations to read on. */
export function eventText({ lead = '', body, language }: StoryDocument): string {
  const text = [lead, body].filter((part) => part !== '').join('\n');
  if (text.length > teaserLetters) return text;
  return splitSentences(text, language)
    .map(({ text: sentence }) => sentence)
    .filter((sentence, index) => !isBoilerplate(sentence) && !(index > 0 && turnsToOtherNews(sentence, language)))
    .join('\n');
}
