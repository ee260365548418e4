import type { ActorKind } from '../../src/actors/actor.ts';
import { countryName } from '../../src/text/countries.ts';
import { capitalized, inventWords, seededRandom, zipfPicker } from './synthetic-words.ts';

export interface SyntheticActor {
  readonly id: number;
  readonly kind: ActorKind;
  readonly name: string;
  readonly role?: string;
  readonly country?: string;
}

export interface SyntheticSentence {
  readonly text: string;
  readonly actors: readonly SyntheticActor[];
  readonly isQuote: boolean;
}

export interface SyntheticArticle {
  readonly number: number;
  readonly story: number;
  readonly headline: string;
  readonly publishedAt: Temporal.Instant;
  readonly sentences: readonly SyntheticSentence[];
}

const states =
  'DE US UA RU CN FR GB IL IN JP IT ES TR PL BR IR KR AU ZA NG KE EG SA MX CA AR PK AF SY IQ LB GR HU AT CH NL BE SE FI NO DK'.split(
    ' ',
  );
const roles = ['foreign minister', 'prime minister', 'president', 'spokesman', 'mayor', 'party leader', 'coach'];
const glue = 'the of in to and a for on that with by from at as said after over will has was were would its'.split(' ');
const firstDay = Temporal.Instant.from('2021-01-01T06:00:00Z');
const sentencesEach = 22;
const storyLength = 4;

/** The cast: states, persons with a role, organizations, commonest first in each. The same for the same seed. */
export function inventActors(seed: number): readonly SyntheticActor[] {
  const random = seededRandom(seed);
  const [given, family] = [inventWords(400, 2, random), inventWords(3_000, 2, random)];
  const of = (list: readonly string[]) => capitalized(list[Math.floor(random() * list.length)] ?? '');
  const persons = Array.from({ length: 6_000 }, (_, i) => ({
    kind: 'person' as const,
    name: `${of(given)} ${of(family)}`,
    role: `${roles[i % roles.length]} of ${countryName(states[i % states.length] ?? 'DE', 'en')}`,
  }));
  const organizations = inventWords(800, 2, random).map((word) => ({
    kind: 'organization' as const,
    name: `${capitalized(word)} Group`,
  }));
  const places = states.map((country) => ({ kind: 'place' as const, name: countryName(country, 'en'), country }));
  return [...places, ...persons, ...organizations].map((actor, index) => ({ ...actor, id: index + 1 }));
}

/** Articles in the order of their days, over five years: stories of about four, each with its own cast and words. */
export function* inventArticles(
  count: number,
  seed: number,
  actors: readonly SyntheticActor[],
): Generator<SyntheticArticle> {
  const random = seededRandom(seed + 1);
  const word = zipfPicker(inventWords(20_000, 3, random), random);
  const pickers = (['place', 'person', 'organization'] as const).map((kind) =>
    zipfPicker(
      actors.filter((actor) => actor.kind === kind),
      random,
      0.9,
    ),
  );
  const castOf = () => pickers.flatMap((pick, kind) => (kind === 1 ? [pick(), pick(), pick()] : [pick(), pick()]));
  const open: { story: number; cast: SyntheticActor[]; words: string[]; left: number }[] = [];
  let stories = 0;
  for (let number = 1; number <= count; number += 1) {
    if (open.length < 30 || random() < 1 / storyLength)
      open.push({
        story: ++stories,
        cast: castOf(),
        words: Array.from({ length: 14 }, word),
        left: storyLength * 2 * random(),
      });
    const at = Math.floor(random() * open.length);
    const story = open[at];
    if (!story) continue;
    story.left -= 1;
    if (story.left <= 0) open.splice(at, 1);
    yield {
      number,
      story: story.story,
      headline: `${story.cast[2]?.name}: ${story.words.slice(0, 4).join(' ')} ${word()}`,
      publishedAt: firstDay.add({ minutes: Math.round((number * 5 * 365 * 1_440) / count) }),
      sentences: Array.from({ length: sentencesEach }, () => inventSentence(story, word, random)),
    };
  }
}

function inventSentence(
  { cast, words }: { readonly cast: readonly SyntheticActor[]; readonly words: readonly string[] },
  word: () => string,
  random: () => number,
): SyntheticSentence {
  const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const named = random() < 0.6 ? [one(cast)] : [];
  if (random() < 0.2) named.push(one(cast));
  const actors = [...new Set(named)];
  const body = Array.from({ length: 16 }, () => {
    const draw = random();
    return draw < 0.5 ? one(glue) : draw < 0.7 ? one(words) : word();
  });
  const date = random() < 0.15 ? ` in ${one(['March', 'July', 'October'])} ${2015 + Math.floor(random() * 10)}` : '';
  const opening = actors[0]
    ? `${actors[0].role ? `${capitalized(actors[0].role)} ` : ''}${actors[0].name}`
    : 'The report';
  const tail = actors[1] ? ` with ${actors[1].name}` : '';
  return {
    text: `${opening} ${body.join(' ')}${tail}${date}.`,
    actors,
    isQuote: actors[0]?.kind === 'person' && random() < 0.3,
  };
}
