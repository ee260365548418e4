import { countLimits } from '../text/limits.ts';
import { languages } from '../wording/wording-for.ts';
import { type Cue, courtesies, findCues } from './find-cue.ts';
import { type FoundSlots, findSlots, languageAt, zoneNamed } from './find-slots.ts';
import type { Knowledge } from './knowledge.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { ReadLine, TypedLine } from './line.ts';
import { readChange, readStop } from './read-change.ts';
import { nameWithin, type Term } from './read-interest.ts';
import { noTerms, readStory, readWords } from './read-words.ts';
import { type About, aboutOf, type Context, compact, isKnownTerm, type Reading, scored, setBy } from './reading.ts';
import { createSentence, type Sentence } from './sentence.ts';
import { plainLine, type Token, tokenize } from './tokens.ts';
import { type TypedKeys, takeKeys } from './typed-keys.ts';

/** Reads what somebody typed. Never throws for what they typed: what it cannot read is unclear. */
export type LineReader = (line: TypedLine) => ReadLine;

const scripts: readonly { readonly pattern: RegExp; readonly languages: readonly string[] }[] = [
  { pattern: /\p{Script=Han}/u, languages: ['zh'] },
  { pattern: /\p{Script=Cyrillic}/u, languages: ['ru', 'uk'] },
  { pattern: /\p{Script=Arabic}/u, languages: ['ar'] },
];
const inLatin = languages.filter((language) => !scripts.some((script) => script.languages.includes(language)));

/** A reader for what `knowledge` has. */
export function createLineReader(knowledge: Knowledge): LineReader {
  return (typed) => {
    const keys = takeKeys(withoutMention(plainLine(typed.text)), typed);
    const { text } = keys;
    const tokens = tokenize(text);
    if (tokens.length > countLimits.lineWords) return { intent: 'unclear', slots: {} };
    if (tokens.length === 0 && text !== typed.text.trim()) return { intent: 'unclear', slots: {} };
    if (tokens.length === 0) return { intent: /^[?\s]*$/u.test(text) ? 'help' : 'courtesy', slots: {} };
    const candidates = scripts.find(({ pattern }) => pattern.test(text))?.languages ?? inLatin;
    const readings = candidates.map((language) => {
      const reading = readIn(lexiconOf(language), { text, tokens, typed, knowledge, keys });
      const own = language === typed.language ? 0.1 : language === 'en' ? 0.02 : 0;
      return { ...reading, score: reading.score + own + spokenShare(tokens, lexiconOf(language)) * 0.35 };
    });
    const [best] = readings.toSorted((a, b) => b.score - a.score);
    const { score: _score, ...line } = best ?? { intent: 'unclear' as const, slots: {}, score: 0 };
    return keys.without.length > 0 ? leavingOut(keys.without, line, knowledge) : line;
  };
}

/** How much of a line is in the language: of two that read it, it is meant in the one whose words it has. */
function spokenShare(tokens: readonly Token[], { knows }: Lexicon): number {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.filter(({ word }) => knows(word)).length / Math.max(1, words.length);
}

/** The bot's name is not part of what is said. */
function withoutMention(text: string): string {
  return text
    .replace(/^\s*(?:<@!?\w+>|@[\p{L}\p{N}_-]+)[\s,:]*/u, '')
    .replaceAll(/@kurzwelle(?![\p{L}\p{N}_])/giu, ' ')
    .replace(/^\//u, '')
    .trim();
}

/** What `without:` names is no part of the interest: topics by their ids, anything else as the presets have it. */
function leavingOut(without: readonly string[], line: ReadLine, knowledge: Knowledge): ReadLine {
  const { interest = 'everything' } = line.slots;
  const topics = without.map((typed) => knowledge.topic(typed, 'en'));
  const left = without.map((typed, index) =>
    topics[index] === undefined ? `without:${typed}` : `NOT ${topics[index]}`,
  );
  const whole = /\bOR\b/u.test(interest) ? `(${interest})` : interest;
  const spelled = [whole, ...left].join(' AND ').replaceAll(' AND without:', ' without:');
  return { ...line, slots: { ...line.slots, interest: spelled } };
}

interface ReadingOptions {
  readonly keys: TypedKeys;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly typed: TypedLine;
  readonly knowledge: Knowledge;
}

function readIn(lexicon: Lexicon, { text, tokens, typed, knowledge, keys }: ReadingOptions): Reading {
  const isName = (token: Token) => knowledge.isName(token.word, lexicon.language);
  const sentence = createSentence(text, { tokens, lexicon, isName });
  const said = sentence.spans.filter(({ kind }) => courtesies.includes(kind));
  if (said.length > 0 && isAll(sentence, [...courtesies, 'fill'])) {
    const slips = sentence.spans.reduce((sum, span) => sum + span.slips, 0);
    const greets = said.some(({ kind }) => kind === 'cue:greeting');
    return { intent: 'courtesy', slots: {}, score: 1.3 - slips * 0.1, ...(greets ? { greets } : {}) };
  }
  const slots = { ...findSlots(sentence, typed), ...keys.slots };
  const isQuestion = asks(sentence);
  const cues = findCues(sentence, isQuestion).filter((cue) => !(isQuestion && isOnNews(cue, sentence)));
  const context = { sentence, slots, typed, knowledge, isQuestion, cues };
  // Of cues that say the same the two weightiest: one may leave out a word that the other needs.
  const tried = cues.filter(({ name }, index) => cues.slice(0, index).filter((one) => one.name === name).length < 2);
  // A line that opens with a cue is seldom meant without it.
  const without = readWithout(context);
  const less = cues.some(({ isFirst, anywhere }) => isFirst && !anywhere) ? 0.25 : 0;
  const readings = [
    ...tried.map((cue) => readCue(cue, context)),
    without && { ...without, score: without.score - less },
  ];
  return (
    readings.flatMap((reading) => reading ?? []).toSorted((a, b) => b.score - a.score)[0] ?? {
      intent: 'unclear',
      slots: {},
      score: 0,
    }
  );
}

function isAll({ tokens, spans }: Sentence, kinds: readonly string[]): boolean {
  const covered = new Set(spans.filter(({ kind }) => kinds.includes(kind)).flatMap(({ at }) => at));
  return tokens.every((_token, index) => covered.has(index));
}

/** Begins with a word of questions, a follow-up's "and" before it skipped, or ends in a question mark. */
function asks({ spans, line, tokens }: Sentence): boolean {
  const skipped = spans.filter(({ kind, slips }) => (kind === 'fill' || kind === 'join:and') && slips === 0);
  let at = 0;
  for (let end = skipped.find(({ from }) => from === at); end; end = skipped.find(({ from }) => from === at))
    at = end.to;
  return (
    spans.some(({ kind, from, slips }) => kind === 'questions' && slips === 0 && (from === at || from === 0)) ||
    (/[?？؟]\s*$/u.test(line) && tokens.length > 2)
  );
}

/**
 * Whether a question is about the news although it begins as one about the bot: "why" and more words, "how do you" and mostly words
 * that are said of nothing the bot does.
 */
function isOnNews({ name, at, from, to }: Cue, { tokens, spans, isContent }: Sentence): boolean {
  const isWhyAlone =
    name === 'why' && spans.some((one) => one.kind === 'questions' && one.from === from && one.to === to);
  if (isWhyAlone) return tokens.length > to + 1;
  if (!ofTheBot.has(name)) return false;
  const content = tokens
    .keys()
    .filter((index) => !at.includes(index) && isContent(index))
    .toArray();
  const unread = content.filter((index) => !spans.some((span) => span.slips === 0 && span.at.includes(index)));
  return unread.length > 1 && unread.length * 2 > content.length;
}

/** Questions about the bot itself, in words that also fit other things: "why was the senator sent to prison". */
const ofTheBot: ReadonlySet<Cue['name']> = new Set(['help', 'topics', 'status', 'why']);

/** What the line asks for if that cue is what it says. */
function readCue(cue: Cue, context: Context): Reading | undefined {
  const about = aboutOf(cue, context);
  switch (cue.name) {
    case 'who':
    case 'background':
    case 'search':
      return readWords(cue, context);
    case 'story':
      return readStory(cue, context, about);
    case 'settings':
      return readSettings(cue, context);
    case 'subscribe':
    case 'want':
    case 'brief':
      return readWish(cue, context, about);
    case 'unsubscribe':
    case 'pause':
    case 'resume':
      return readStop(cue, context, about);
    case 'change':
    case 'extend':
    case 'narrow':
      return readChange(cue, context, about);
    default:
      return scored(cue.name, {}, cue, context, about);
  }
}

/** A zone or language, or nothing but the word for them. */
function readSettings(cue: Cue, context: Context): Reading | undefined {
  const { sentence, slots } = context;
  const { tokens, textOf, isFill } = sentence;
  const taken = noTerms(cue, sentence);
  if (slots.language !== undefined && slots.numbers === undefined)
    return scored('settings', { setting: 'language', value: slots.language }, cue, context, aboutOf(cue, context));
  if (slots.zone !== undefined)
    return scored('settings', { setting: 'zone', value: slots.zone }, cue, context, aboutOf(cue, context));
  let at = cue.to;
  while (at < tokens.length && isFill(at)) at += 1;
  const language = at < tokens.length ? languageAt(sentence, at) : undefined;
  const before = tokens.keys().find((index) => index < cue.from && languageAt(sentence, index) !== undefined);
  const named = before === undefined ? undefined : languageAt(sentence, before);
  if (
    named &&
    cue.at.length + named.to - (before ?? 0) + tokens.keys().filter(isFill).toArray().length >= tokens.length
  )
    return scored('settings', { setting: 'language', value: named.code }, cue, context, taken);
  if (language && tokens.every((_token, index) => index < language.to || isFill(index)))
    return scored('settings', { setting: 'language', value: language.code }, cue, context, taken);
  for (let to = Math.min(tokens.length, at + 3); to > at; to -= 1) {
    if (tokens.slice(at + 1, to).some(({ breaks }) => breaks)) continue;
    const zone = /\d/u.test(textOf(at, to)) ? undefined : zoneNamed(textOf(at, to));
    if (zone !== undefined) return scored('settings', { setting: 'zone', value: zone }, cue, context, taken);
  }
  const isNamed = /(?:setting|preference|config|einstellung|zeitzone|zone|sprache|language|clock|tz)/u.test(
    textOf(cue.from, cue.to).toLowerCase(),
  );
  return isNamed && at >= tokens.length ? scored('settings', {}, cue, context, taken) : undefined;
}

/** Alerts and weeks in review come again and again; a summary is wanted now unless days or times say otherwise. */
function comesUnasked({ as }: FoundSlots): boolean {
  return as !== undefined && as !== 'digest';
}

/** To subscribe, or news now: what comes again and again is subscribed to. */
function readWish(cue: Cue, context: Context, about: About): Reading | undefined {
  const { slots, typed, isQuestion } = context;
  const times = slots.times ?? bareTimes(context, about);
  const returns = times !== undefined || slots.days !== undefined || comesUnasked(slots);
  // "What happened over the weekend?" asks for no more than it says.
  const isAsked = cue.name === 'brief' && isQuestion && times === undefined;
  const isSubscription =
    cue.name === 'subscribe' || (returns && !isAsked && (slots.since === undefined || slots.since === 'today'));
  const { since, until, length, language, zone, stories, as, days } = slots;
  const interest = about.interest;
  // "add africa to subscription 2" makes no other one.
  if (isSubscription && slots.numbers !== undefined && interest !== undefined) return undefined;
  if (slots.numbers !== undefined && interest === undefined && cue.name === 'want')
    return scored(
      'edit',
      compact({ which: slots.numbers.join(','), times, days, language, length, as, stories }),
      cue,
      context,
      about,
    );
  if (isSubscription) {
    const alerts = setBy(cue).as ?? as;
    const both = as === 'digest' && alerts === 'alerts' ? 'both' : alerts;
    if (interest === undefined && !returns && alerts === undefined && typed.place !== 'thread') return undefined;
    return scored(
      'subscribe',
      compact({ interest, times, days, zone, language, length: setBy(cue).length ?? length, as: both, stories }),
      cue,
      context,
      about,
    );
  }
  // "Give me the news" says no more than that.
  const saysNews = context.sentence.spans.some(({ kind, from }) => kind === 'stories' && from >= cue.to);
  const isBare = [interest, length, since, stories].every((said) => said === undefined);
  if (cue.name === 'want' && isBare && (!saysNews || isQuestion)) return undefined;
  // "can I get a visa", "did India win": a question that only begins like a wish.
  if (isQuestion && cue.name === 'want' && !about.terms.some(isKnownTerm)) return undefined;
  const period = slots.duration ? spanOf(slots.duration) : since;
  return scored(
    'brief',
    compact({
      interest,
      length: setBy(cue).length ?? length,
      as: as === 'week' ? as : undefined,
      language,
      since: period === 'today' ? undefined : period,
      until,
      stories,
    }),
    cue,
    context,
    about,
  );
}

/** A number that nothing else accounts for is a time beside an interest or days. */
function bareTimes({ slots, sentence }: Context, { interest, terms, taken }: About): readonly string[] | undefined {
  const hours = slots.bare
    .filter(({ value, at }) => value <= 24 && !taken.has(at) && !isCounting(at, sentence))
    .map(({ value }) => `${String(value % 24).padStart(2, '0')}:00`);
  const isStory = terms.some(({ text }) => text.startsWith('story:'));
  return hours.length > 0 && !isStory && (interest !== undefined || slots.days !== undefined) ? hours : undefined;
}

/** "two sentences", "three are enough": a number in words counts what follows. */
function isCounting(at: number, { tokens, isContent }: Sentence): boolean {
  return tokens[at]?.kind === 'word' && tokens[at + 1]?.breaks === false && isContent(at + 1);
}

function spanOf({ count, unit }: NonNullable<FoundSlots['duration']>): string {
  return unit === 'm' ? `${count * 30}d` : `${count}${unit}`;
}

/** A line without a cue: a name is news on it, with days or times a subscription; a question is asked. */
function readWithout(context: Context): Reading | undefined {
  const { slots, typed, sentence, isQuestion } = context;
  const about = aboutOf(undefined, context);
  const { tokens, textOf } = sentence;
  const { interest, terms } = about;
  const [bare] = slots.bare;
  const isNumber = tokens.length === 1 && bare !== undefined;
  if (isNumber && typed.place === 'thread')
    return scored('story', { interest: `story:${bare.value}`, which: String(bare.value) }, undefined, context, about);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  // "Will Nagelsmann stay": what opens a question is no first name.
  const isKnown =
    terms.length > 0 &&
    (wanted.length > 0 ? wanted : terms).every((term) => isKnownTerm(term) && !(isQuestion && term.from === 0));
  if (isQuestion && tokens.length > 2 && !(isKnown && coverage(context, about) > 0.95))
    return { ...scored('ask', { words: textOf(0, tokens.length) }, undefined, context, about), score: 0.82 };
  const times = slots.times ?? bareTimes(context, about);
  const { days, zone, language, length, stories, as, since } = slots;
  const look = compact({ language, length, stories, as, days });
  if (interest === undefined) {
    const which = slots.numbers?.join(',');
    if (which !== undefined && times !== undefined)
      return scored('move', compact({ which, times, days, zone }), undefined, context, about);
    if (which !== undefined && Object.keys(look).length > 0)
      return scored('edit', { which, ...look }, undefined, context, about);
    // "A week in review every Sunday" says by its kind that it is news.
    if (as !== undefined && (times ?? days) !== undefined && typed.place !== 'thread')
      return scored(
        'subscribe',
        compact({ times, days, zone, language, length, as, stories }),
        undefined,
        context,
        about,
      );
    if (typed.place === 'thread' && times !== undefined)
      return scored('move', compact({ times, days, zone }), undefined, context, about);
    if (typed.place === 'thread' && Object.keys(look).length > 0)
      return scored('edit', look, undefined, context, about);
    if (language !== undefined && times === undefined && Object.keys(look).length === 1)
      return scored('settings', { setting: 'language', value: language }, undefined, context, about);
    if (zone !== undefined && times === undefined && Object.keys(look).length === 0)
      return scored('settings', { setting: 'zone', value: zone }, undefined, context, about);
    if (since !== undefined && times === undefined && days === undefined)
      return scored('brief', compact({ since, length }), undefined, context, about);
    return { intent: 'unclear', slots: {}, score: 0.42 };
  }
  const returns = times !== undefined || days !== undefined || comesUnasked(slots);
  // "asia sub: only 3 stories"
  const isNumbered = sentence.spans.some(
    ({ kind, slips, from }) => kind === 'number' && slips === 0 && (tokens[from]?.word.length ?? 0) > 2,
  );
  if (isNumbered && isKnown && Object.keys(look).length > 0)
    return scored('edit', { which: interest, ...look }, undefined, context, about);
  const [first, another] = terms;
  const within = first && !another && !isKnown ? nameWithin(first, sentence, context.knowledge) : undefined;
  if (returns && within !== undefined)
    return scored(
      'subscribe',
      compact({ interest: within, times, days, zone, language, length, stories, as }),
      undefined,
      context,
      about,
      true,
    );
  const isShort = terms.every((term) => term.to - term.from <= 3);
  if (returns && (isKnown || (isShort && terms.length === 1 && tokens.length < 8)))
    return scored(
      'subscribe',
      compact({ interest, times, days, zone, language, length, stories, as }),
      undefined,
      context,
      about,
      // "remind me at 9": a time beside any word is no wish for news.
      !isKnown,
    );
  if (isKnown && coverage(context, about) > 0.6)
    return scored(
      'brief',
      compact({ interest, length, language, stories, since: since === 'today' ? undefined : since }),
      undefined,
      context,
      about,
    );
  // "ukraine war": words of the news around a name. "football news": it says that it is news.
  const [only, second] = terms;
  const saysNews = sentence.spans.some(
    ({ kind, from, slips }) => kind === 'stories' && slips === 0 && from === only?.to,
  );
  const isNamed = only && only.to - only.from > 1 && hasName(only, context);
  if (only && !second && tokens.length <= 4 && (isNamed || saysNews))
    return scored('brief', { interest, ...(length !== undefined && { length }) }, undefined, context, about);
  return { intent: 'unclear', slots: {}, score: 0.42 };
}

function hasName({ from, to }: Term, { sentence: { tokens, lexicon }, knowledge }: Context): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ text }) =>
        knowledge.place(text, lexicon.language) !== undefined || knowledge.topic(text, lexicon.language) !== undefined,
    );
}

/** The share of the words that are names, slots or nothing of their own. */
function coverage(context: Context, about: About): number {
  return scored('brief', {}, undefined, context, about).score;
}
