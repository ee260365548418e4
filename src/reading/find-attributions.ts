import { isA } from './lexicon.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** An attribution: speaker and content, by a speech verb or "according to". */
export interface Attribution {
  /** The words of the speaker, without function words; none if it is a pronoun. */
  readonly speaker: readonly ReadWord[];
  readonly said: readonly ReadWord[];
  /** A report that is commonly stated as fact: "wie die Polizei mitteilte". */
  readonly isReport: boolean;
}

/** Indices of the words that mark an attribution. */
interface Cue {
  readonly at: number;
  readonly speaker: readonly ReadWord[];
}

const longestSpeaker = 9;

/** The attributions of a text. Each of its words belongs to the nearest one. */
export function findAttributions(text: ReadText): readonly Attribution[] {
  const cues = text.words.flatMap((_, at): Cue[] => {
    const speaker = speakerAt(text, at);
    return speaker ? [{ at, speaker }] : [];
  });
  return cues.map((cue) => {
    const own = scopeOf(text, cue.at);
    const said = text.words.filter((word, index) => {
      if ((own !== undefined && word.clause !== own) || word.part !== text.words[cue.at]?.part) return false;
      const rivals = cues.filter((other) => text.words[other.at]?.clause === word.clause);
      const isNearest = (rivals.length > 0 ? rivals : cues).every(
        (other) => other === cue || Math.abs(other.at - index) > Math.abs(cue.at - index),
      );
      if (rivals.length > 0 && !rivals.includes(cue)) return false;
      return isNearest && index !== cue.at && !cue.speaker.includes(word);
    });
    const isReport = isA('report', text.words[cue.at]?.key, text.language);
    return { speaker: speakerWords(cue.speaker, text.language), said, isReport };
  });
}

/** The scope of a speech verb: in a relative clause ("whose government says ...") only that clause. */
function scopeOf({ words }: ReadText, at: number): number | undefined {
  const clause = words[at]?.clause ?? 0;
  const opens = words.find((word) => word.clause === clause)?.key ?? '';
  return clause > 0 && /^(?:who|which|whose|die|der|das|deren|dessen)$/.test(opens) ? clause : undefined;
}

function speakerAt(text: ReadText, at: number): readonly ReadWord[] | undefined {
  const { words, language } = text;
  const key = words[at]?.key ?? '';
  const next = words[at + 1]?.key ?? '';
  if (key === 'according' && next === 'to') return phraseFrom(text, at + 2);
  const opensClause = words[at - 1] !== undefined && words[at - 1]?.clause !== words[at]?.clause;
  if (key === 'so' && opensClause && (isA('links-noun', next, language) || words[at + 1]?.isCapital))
    return phraseFrom(text, at + 1);
  if (key === 'laut') return phraseFrom(text, at + 1);
  if (key === 'nach' && next === 'angaben') return phraseFrom(text, at + 2);
  if (key === 'zufolge') return words.slice(Math.max(0, at - 4), at);
  if (isA('report', key, language) && !isA('be', words[at - 1]?.key, language)) return subjectOf(text, at);
  if (/^teilten?$/.test(key) && words.slice(at).some(({ text: word }) => word === 'mit')) return subjectOf(text, at);
  // "Sagte die Konzerte ab".
  if (/^(?:ab|zu|vor|aus)sag/.test(words[at]?.joined ?? '')) return undefined;
  if (key.startsWith('claim') && next === 'responsibility') return undefined;
  if (isA('weak-speech', key, language) || isA('speech-or-action', key, language)) return undefined;
  const isVerb = isA('statement', key, language) || (isA('speech', key, language) && /["“„»«]/.test(text.text));
  return isVerb ? subjectOf(text, at) : undefined;
}

/** "According to police, ...": the source extends to the next comma or, in German, the first word that does not continue the phrase. */
function phraseFrom({ words, language }: ReadText, from: number): readonly ReadWord[] {
  const end = words.findIndex(
    ({ clause, isCapital, key }, index) =>
      index > from &&
      (clause !== words[from]?.clause ||
        (language === 'de' && !isCapital && words[index - 1]?.isCapital && !isA('links-noun', key, language))),
  );
  return words.slice(from, Math.min(end < 0 ? words.length : end, from + longestSpeaker));
}

/** The subject: in the verb's clause before it, or right after it if inverted ("..., said Falkner"). */
function subjectOf(text: ReadText, cue: number): readonly ReadWord[] | undefined {
  const verb = text.words[cue];
  if (!verb) return undefined;
  const ahead = text.words.slice(Math.max(0, cue - longestSpeaker), cue).filter(({ clause }) => clause === verb.clause);
  const behind = text.words.slice(cue + 1, cue + 1 + longestSpeaker).filter(({ clause }) => clause === verb.clause);
  const hasSubject = ahead.some(({ term, key }) => term !== undefined || isA('pronoun', key, text.language));
  if (hasSubject) return ahead;
  // "Vint, who speaks for the miners, said the company knew": the speaker is not the company.
  const inserted = text.words.filter(({ clause }) => clause === verb.clause - 1);
  const isInserted = /^(?:who|which)$/.test(inserted[0]?.key ?? '') || inserted.every(({ isCapital }) => isCapital);
  if (isInserted && inserted.length > 0 && text.language !== 'de')
    return text.words.slice(0, cue).filter(({ clause }) => clause >= verb.clause - 2);
  if (behind.some(({ term, key }) => term !== undefined || isA('pronoun', key, text.language))) return behind;
  // "Falkner, the mayor of Brenwick, said": the subject is before the insertion.
  return text.words.slice(0, cue).filter(({ clause }) => clause >= verb.clause - 2);
}

function speakerWords(words: readonly ReadWord[], language: string): readonly ReadWord[] {
  const isPronoun =
    words.some(({ key }) => isA('pronoun', key, language)) && !words.some((word) => isNameLike(word, language));
  return isPronoun ? [] : words.filter(({ term }) => term !== undefined);
}

function isNameLike({ isCapital, key, opensSentence }: ReadWord, language: string): boolean {
  return isCapital && !opensSentence && !isA('pronoun', key, language);
}
