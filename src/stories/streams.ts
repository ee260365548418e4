import { marks } from '../text/marks.ts';
import { splitSentences } from '../text/sentences.ts';
import { eventText, type StoryDocument } from './story-document.ts';

/** How reports of a series are read: live blogs and news roundups, whose headline changes with the event. */
export interface StreamSettings {
  /** A headline's label is that of a series once this many earlier documents had it. */
  readonly labelFrom: number;
  /** Weight of the label's words: all reports of the series share them, whatever their event. */
  readonly labelWeight: number;
}

/** Two or three words before a colon; a single one is mostly the place of the event. */
const label = new RegExp(`^[^\\s${marks.pause}]+(?: [^\\s${marks.pause}]+){1,2}:(?= )`, 'u');
/** The first sentence is looked for in so much of a text. */
const openingLetters = 600;

/** What a headline puts before its event, in lower case with the colon, which no term has: `iran war:`. */
export function headlineLabel(headline: string): string | undefined {
  return label.exec(headline)?.[0].toLowerCase();
}

/** Where in a document's event text the event of its headline ends: a stream reports further events after the first sentence, and a live blog's body reports all of its days. */
export function endOfFirstEvent(document: StoryDocument): number {
  const text = document.isLive ? (document.lead ?? '') : eventText(document);
  return splitSentences(text.slice(0, openingLetters), document.language)[0]?.end ?? 0;
}
