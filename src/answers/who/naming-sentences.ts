import type { ActorKind } from '../../actors/actor.ts';
import { genderOf, isRoleNoun } from '../../actors/name-words.ts';
import { namesInFull } from '../../briefings/statements/introduced-names.ts';
import { endsInQuestion } from '../../text/marks.ts';
import { fold } from '../../text/terms.ts';
import { type ArticleSentence, headlineOf } from '../article-sentences.ts';
import { isAboutActor, isFirstNamed } from './about-actor.ts';

/** A sentence that names an actor, with the sentence that continues about it ("He taught there until 2003."). */
export interface NamingSentence extends ArticleSentence {
  readonly follower?: ArticleSentence;
  /** The sentence is about the actor, rather than only mentioning it. */
  readonly isOwn: boolean;
}

/** The actor whose sentences are wanted. */
export interface Named {
  readonly names: readonly string[];
  /** A company is not referred to as "he". */
  readonly kind?: ActorKind | undefined;
  readonly isNaming: (line: ArticleSentence) => boolean;
}

const continues =
  /^["“„]?(?:he|she|they|his|her|the \d\d-year-old|it|er|sie|seine?|ihre?|der \d\d-jährige|die \d\d-jährige)(?![\p{L}])/iu;
const personContinues =
  /^["“„]?(?:he|she|his|her|the \d\d-year-old|er|sie|seine?|ihre?|der \d\d-jährige|die \d\d-jährige)(?![\p{L}])/iu;
const thingContinues = /^["“„]?(?:it|its|they|their|er|sie|es|seine?|ihre?)(?![\p{L}])/iu;

/** The sentences of an article that name an actor, in order, with their continuations; its headline if only that does. */
export function withFollowers(lines: readonly ArticleSentence[], named: Named): readonly NamingSentence[] {
  const naming = sentencesNaming(lines, named);
  const [first] = lines;
  if (naming.length > 0 || !first) return naming;
  const headline = headlineOf(first.article);
  const isNamed =
    named.isNaming(headline) || named.names.some((name) => name.includes(' ') && headline.sentence.text.includes(name));
  return isNamed && !endsInQuestion(headline.sentence.text) ? [{ ...headline, isOwn: true }] : [];
}

function sentencesNaming(lines: readonly ArticleSentence[], named: Named): readonly NamingSentence[] {
  const { kind, isNaming } = named;
  const continuation = kind === undefined ? continues : kind === 'person' ? personContinues : thingContinues;
  const surname = named.names[0]?.split(' ').at(-1) ?? '';
  const isAmongNamesakes = lines.some(({ sentence }) => namesRelative(sentence.text, surname, named.names));
  return lines.flatMap((line, index): NamingSentence[] => {
    if (!isNaming(line)) return [];
    const next = lines[index + 1];
    const follows =
      next !== undefined &&
      !isNaming(next) &&
      continuation.test(next.sentence.text) &&
      mayBe(named.names, next.sentence.text) &&
      !(isAmongNamesakes && ageFirst.test(next.sentence.text)) &&
      isNear(line, next) &&
      !namesSeveral(line.sentence.text) &&
      isFirstNamed(line, named.names, lines);
    return [
      {
        ...line,
        isOwn: isAboutActor(line, named.names),
        ...(follows && { follower: next }),
      },
    ];
  });
}

/** Whether the pronoun's gender agrees with the name. */
function mayBe(names: readonly string[], text: string): boolean {
  const gender = names.map(genderOf).find((each) => each !== undefined);
  return !(gender === 'female' ? maleFirst : gender === 'male' ? femaleFirst : never).test(text);
}

/** "Omar Doe", where Jane is meant; not "President Doe". */
export function namesRelative(text: string, surname: string, names: readonly string[]): boolean {
  return namesInFull(text).some((full) => {
    const words = full.split(' ');
    return words.at(-1) === surname && !names.includes(full) && !isRoleNoun(fold(words.at(-2) ?? ''));
  });
}

const ageFirst = /^["“„]?(?:the|der|die) \d\d-/iu;
const maleFirst = /^["“„]?(?:he|his|er|seine?[mnrs]?)(?!\p{L})/iu;
const femaleFirst = /^["“„]?(?:she|her)(?!\p{L})/iu;
const never = /(?!)/u;

/** With two full names in a sentence, "he" in the next one is ambiguous. */
function namesSeveral(text: string): boolean {
  return (text.match(fullName) ?? []).length > 1;
}

const fullName = /\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:al-|el-|bin |von |de |van )?\p{Lu}[\p{L}'’.-]+)+/gu;
function isNear(one: ArticleSentence, other: ArticleSentence): boolean {
  return other.sentence.block - one.sentence.block <= 1;
}
