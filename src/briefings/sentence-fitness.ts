import { baseLanguage } from '../language/terms.ts';

interface LeaningWords {
  /** Openers that point at a sentence before: "He", "But", "Meanwhile". */
  readonly openers: RegExp;
  /** Phrases that do so wherever the sentence has its subject: "the two", "the former". */
  readonly references: RegExp;
}

const mark = `["“”„‘’'»«\\[(]*`;
const leaning: Readonly<Record<string, LeaningWords>> = {
  en: {
    openers: new RegExp(
      `^${mark}(?:he|she|they|it|his|her|hers|their|theirs|its|him|them|this|that|these|those|here|there|such|both|neither|but|and|or|nor|so|yet|however|meanwhile|also|then|instead|moreover|furthermore|nevertheless|nonetheless|still|therefore|thus|hence|besides|otherwise|likewise|similarly|consequently|accordingly|additionally|afterwards?|earlier|later|elsewhere|indeed|again|too|another|others?|one of them|some of them|for (?:example|instance|this|that|his|her|their)|as a result|in addition|in contrast|in response|in turn|on the other hand|at the same time|at that time|in that|in this|in these|in his|in her|in their|of these|of those|with this|with that|after that|after this|before that|because of this|that(?:'|’)s|it(?:'|’)s|he(?:'|’)s|she(?:'|’)s|they(?:'|’)(?:re|ve|d|ll)|(?:he|she|it)(?:'|’)(?:d|ll))\\b`,
      'iu',
    ),
    references: new RegExp(
      `^${mark}the (?:two|three|four|five|pair|duo|couple|former|latter|other|others|same|second|third|trio|move|decision|comments?|remarks?|announcement|statement|incident|news|agreement|deal|figures?|latest)\\b`,
      'iu',
    ),
  },
  de: {
    openers: new RegExp(
      `^${mark}(?:er|sie|es|ihr|ihre[mnrs]?|ihm|ihn|ihnen|sein|seine[mnrs]?|dies|diese[mnrs]?|dieser|jene[mnrs]?|das|dessen|deren|denen|dort|da|dabei|dadurch|dafür|dagegen|daher|damit|danach|dann|daran|darauf|daraufhin|daraus|darin|darüber|darum|davon|davor|dazu|deshalb|deswegen|aber|und|oder|doch|denn|jedoch|allerdings|zudem|außerdem|auch|ebenso|hingegen|trotzdem|dennoch|unterdessen|inzwischen|zugleich|gleichzeitig|stattdessen|ferner|so|somit|folglich|beide[nr]?|hier|hierzu|hierbei|seither|seitdem|zuvor|später|anschließend|demnach|demzufolge|ansonsten|vielmehr|sonst)(?![\\p{L}])`,
      'iu',
    ),
    references: new RegExp(
      `^${mark}(?:die|der|das|den|dem) (?:beiden|zwei|drei|vier|anderen?|gleiche[nr]?|erstere[nr]?|letztere[nr]?|zweite[nr]?|dritte[nr]?)(?![\\p{L}])`,
      'iu',
    ),
  },
};

/**
 * Whether a reader understands the sentence with only `previous` shown before it: it does not open with a pronoun or connective,
 * unless the sentence it leans on is there.
 */
export function standsAlone(text: string, language: string, previous?: string): boolean {
  const words = leaning[baseLanguage(language)];
  if (!words) return true;
  if (previous !== undefined) return true;
  return !words.openers.test(text) && !words.references.test(text);
}
