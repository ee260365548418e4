import { lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';
import {
  type InterestProblem,
  type InterestToken,
  noInterest,
  pointAt,
  tokenizeInterest,
  withoutArticle,
} from './interest-tokens.ts';
import { parseLanguage } from './parse-language.ts';
import { findPreset, presetIds } from './presets.ts';
import { parseRegion } from './region.ts';
import { findTopic, nearTopics, type TopicNames } from './topic-names.ts';

/** What a channel wants to read: topics, words, actors, stories, languages and regions, joined by AND, OR and NOT. */
export type Interest =
  | { readonly kind: 'everything' }
  | { readonly kind: 'topic'; readonly topic: string }
  /** `inQuotes` where the word alone would be read as a topic. */
  | { readonly kind: 'words'; readonly text: string; readonly inQuotes?: true }
  /** By any name the archive knows the actor under. */
  | { readonly kind: 'actor'; readonly name: string }
  | { readonly kind: 'story'; readonly id: number }
  | { readonly kind: 'language'; readonly language: string }
  /** `country` where the name is exactly one's; else "Korea" is every place that is called so. */
  | { readonly kind: 'region'; readonly name: string; readonly country?: string }
  /** Everything but what a preset leaves out, see presets.yaml. */
  | { readonly kind: 'without'; readonly preset: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Interest[] }
  | { readonly kind: 'not'; readonly part: Interest };

/** How people ask for everything. */
const allWords: ReadonlySet<string> = new Set(
  'everything/all/alles/tout/todo/tudo/hepsi/her şey/всё/все/усе/все/الكل/كل شيء/全部'.split('/'),
);

/**
 * Reads an interest as people type it: `asia`, `"forced labor" OR Park Jin`, `actor:"Park Jin" region:Korea NOT sports`. What is a topic
 * on its own, in any language, is the topic; words side by side must all occur. Throws UserError that points at the wrong place.
 */
export function parseInterest(text: string, topics: TopicNames): Interest {
  if (text.length > lengthLimits.value)
    throw pointAt(text, lengthLimits.value, ({ tooLong }) => tooLong(String(lengthLimits.value)));
  const tokens = tokenizeInterest(text, {
    isTopic: (words) => findTopic(words, topics) !== undefined,
    isEverything: (words) => allWords.has(words.toLowerCase()),
  });
  if (tokens.length === 0) throw noInterest();
  let position = 0;
  const interest = parseAll();
  const left = tokens[position];
  if (left) throw pointAt(text, left.at, ({ strayClose }) => strayClose);
  return interest;

  /** "a or b but not c and d" leaves c and d out of both. */
  function parseAll(): Interest {
    const parts = [parseOr()];
    while (tokens[position]?.kind === 'except') {
      do {
        position++;
        parts.push(parseLeftOut());
      } while (tokens[position]?.kind === 'and' || tokens[position]?.kind === 'or');
    }
    return join('and', parts);
  }

  function parseLeftOut(): Interest {
    const token = tokens[position];
    if (token?.kind === 'not') position++;
    return leftOut(parseOne(), token?.at ?? text.length);
  }

  function leftOut(part: Interest, at: number): Interest {
    if (part.kind === 'everything') throw pointAt(text, at, ({ notEverything }) => notEverything);
    return part.kind === 'not' ? part.part : { kind: 'not', part };
  }

  function parseOr(): Interest {
    const parts = [parseAnd()];
    while (tokens[position]?.kind === 'or') {
      position++;
      parts.push(parseAnd());
    }
    return join('or', parts);
  }

  function parseAnd(): Interest {
    const parts = [parseNot()];
    for (let token = tokens[position]; continuesAnd(token); token = tokens[position]) {
      if (token?.kind === 'and') position++;
      parts.push(parseNot());
    }
    return join('and', parts);
  }

  function parseNot(): Interest {
    const token = tokens[position];
    if (token?.kind !== 'not') return parseOne();
    position++;
    return leftOut(parseNot(), token.at);
  }

  function parseOne(): Interest {
    const token = tokens[position++];
    if (!token) throw missing(text.trimEnd().length);
    switch (token.kind) {
      case 'open':
        return parseGroup(token);
      case 'phrase':
        return wordsOf(token.text);
      case 'filter':
        return readFilter(token, topics, (problem) => pointAt(text, token.valueAt ?? token.at, problem));
      case 'word':
        return leaf(token);
      default:
        throw missing(token.at, token.text);
    }
  }

  function parseGroup(open: InterestToken): Interest {
    const inner = parseAll();
    if (tokens[position]?.kind !== 'close') throw pointAt(text, open.at, ({ openGroup }) => openGroup);
    position++;
    return inner;
  }

  /** A run of words is one topic, "middle east", or else words that must all occur, "floods in Germany". */
  function leaf(first: InterestToken): Interest {
    const run = [first];
    for (let token = tokens[position]; token?.kind === 'word'; token = tokens[position]) {
      run.push(token);
      position++;
    }
    const words = run.map(({ text: word }) => word);
    return (
      named(words.join(' ')) ??
      join(
        'and',
        words.map((word) => wordsOf(word)),
      )
    );
  }

  function wordsOf(words: string): Interest {
    return { kind: 'words', text: words, ...(named(words) ? { inQuotes: true } : {}) };
  }

  function named(words: string): Interest | undefined {
    if (allWords.has(words.toLowerCase())) return { kind: 'everything' };
    const topic = findTopic(words, topics) ?? findTopic(withoutArticle(words), topics);
    return topic === undefined ? undefined : { kind: 'topic', topic };
  }

  function missing(at: number, before?: string): UserError {
    if (before === undefined) return pointAt(text, at, ({ missingAtEnd }) => missingAtEnd);
    return pointAt(text, at, ({ missingBefore }) => missingBefore(before));
  }
}

/** The only topic an interest is about, for accent and title; undefined for a mixture. */
export function topicOf(interest: Interest): string | undefined {
  const { kept } = splitPresets(interest);
  return kept.kind === 'topic' ? kept.topic : undefined;
}

/** An interest and the presets that it leaves out as a whole: "asia without:sport". */
export function splitPresets(interest: Interest): { readonly kept: Interest; readonly presets: readonly string[] } {
  const parts = interest.kind === 'and' ? interest.parts : [interest];
  const presets = parts.flatMap((part) => (part.kind === 'without' ? part.preset : []));
  if (presets.length === 0) return { kept: interest, presets };
  const others = parts.filter(({ kind }) => kind !== 'without');
  return { kept: others.length === 0 ? { kind: 'everything' } : join('and', others), presets };
}

function continuesAnd(token: InterestToken | undefined): boolean {
  return token !== undefined && !['or', 'except', 'close'].includes(token.kind);
}

/** One part is itself; parts of the same kind are taken in, since (a AND b) AND c is a AND b AND c. */
function join(kind: 'and' | 'or', parts: readonly Interest[]): Interest {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
}

type PointAt = (problem: InterestProblem) => UserError;

/** What `actor:`, `story:`, `language:`, `region:` or `topic:` with its value asks for. Throws what `point` makes of a wrong value. */
function readFilter({ filter, text }: InterestToken, topics: TopicNames, point: PointAt): Interest {
  switch (filter) {
    case 'actor':
      return { kind: 'actor', name: text };
    case 'story':
      return readStory(text, point);
    case 'language':
      return pointed(point, () => ({ kind: 'language', language: parseLanguage(text) }));
    case 'region':
      return pointed(point, () => ({ kind: 'region', ...parseRegion(text) }));
    case 'without':
      return readPresets(text, point);
    default:
      return readTopic(text, topics, point);
  }
}

function readStory(text: string, point: PointAt): Interest {
  const [, number] = /^#?(\d{1,9})$/.exec(text) ?? [];
  if (number === undefined) throw point(({ storyNumber }) => storyNumber);
  return { kind: 'story', id: Number(number) };
}

/** "sport", "sport,war". */
function readPresets(text: string, point: PointAt): Interest {
  const parts = (text.match(presetPattern) ?? [text]).map((name): Interest => {
    const preset = findPreset(name);
    if (preset === undefined) throw point((words) => words.noPreset(name, presetIds().join(', ')));
    return { kind: 'without', preset };
  });
  return join('and', parts);
}

const presetPattern = /[\p{L}\p{M}-]+/gu;

function readTopic(text: string, topics: TopicNames, point: PointAt): Interest {
  const topic = findTopic(text, topics);
  if (topic === undefined) {
    const [near] = nearTopics(text, topics);
    const all = [...new Set(topics.values())].join(', ');
    throw point((words) => (near === undefined ? words.noTopic(text, all) : words.nearTopic(text, near)));
  }
  return { kind: 'topic', topic };
}

/** Adds the position to an error in the value. */
function pointed(point: PointAt, read: () => Interest): Interest {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw point((_words, say) => {
      const message = error.textIn(say);
      return message.charAt(0).toLocaleLowerCase(say.locale) + message.slice(1).replace(/[.。]$/u, '');
    });
  }
}

/** The languages an interest names, besides those it excludes alone. */
export function languagesOf(interest: Interest): ReadonlySet<string> {
  if (interest.kind === 'language') return new Set([interest.language]);
  if (interest.kind === 'not') return languagesOf(interest.part);
  if (interest.kind !== 'and' && interest.kind !== 'or') return new Set();
  return new Set(interest.parts.flatMap((part) => [...languagesOf(part)]));
}

/** The interest of somebody who reads `language`: each alternative that names no language is meant in theirs. */
export function inLanguage(interest: Interest, language: string): Interest {
  if (interest.kind === 'or') return { kind: 'or', parts: interest.parts.map((part) => inLanguage(part, language)) };
  if (languagesOf(interest).size > 0) return interest;
  return { kind: 'and', parts: [interest, { kind: 'language', language }] };
}
