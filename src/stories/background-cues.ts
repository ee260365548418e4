import { hasPhrase } from '../reading/phrases.ts';

/** Cues that a sentence is background; none for a language without phrases. */
export interface BackgroundCues {
  /** Turns from the news to what was before: "previously", "last month". */
  readonly looksBack: boolean;
  /** Names a time before the report's day: news of the day uses its weekday. */
  readonly namesEarlierTime: boolean;
  /** Refers to the event as known: "The decision set off ...". */
  readonly opensWithEvent: boolean;
}

/** Finds the cues from the words alone, whatever was delivered. */
export function backgroundCues(text: string, language: string): BackgroundCues {
  return {
    looksBack: hasPhrase('looks-back', text, language),
    namesEarlierTime: hasPhrase('earlier-time', text, language),
    opensWithEvent: hasPhrase('opens-with-event', text, language),
  };
}
