import { createHash } from 'node:crypto';
import { type FakeModelServer, startFakeModelServer } from '../../tests/fakes/fake-model-server.ts';
import { mostOf, questionOf, sentencesOf } from '../../tests/models/choosing.ts';
import { asScored } from './as-scored.ts';

/** What a set says of a line: see `../shared/bench`. */
export interface GoldAnswer {
  readonly wants: 'answer' | 'refuse' | 'briefing' | 'courtesy';
  readonly expect?: readonly string[];
  readonly anyOf?: readonly (readonly string[])[];
  readonly forbid?: readonly string[];
}

/** What an editor says of an edition. */
export interface GoldEdition {
  readonly events: readonly {
    readonly weight: number;
    readonly ids: readonly (string | number)[];
    readonly facts?: readonly string[];
    readonly also?: readonly string[];
    readonly forbid?: readonly string[];
  }[];
}

/** A line of a set: a question, or an edition with its articles. */
export type GoldLine =
  | { readonly q: string; readonly gold: GoldAnswer }
  | {
      readonly articles: readonly { readonly id: string; readonly title?: string; readonly headline?: string }[];
      readonly gold: GoldEdition;
    };

/** How a scripted model is wrong: any numbers, answered whatever is asked, never answered, or the first sentence. */
export const mistakes = ['numbers', 'yes', 'no', 'first'] as const;
export type Mistake = (typeof mistakes)[number];

export interface Script {
  readonly lines: readonly GoldLine[];
  readonly mistake?: Mistake | undefined;
  /** Share of the choices that it gets wrong. */
  readonly share: number;
}

interface Reply {
  readonly answered: 'yes' | 'no' | 'false-premise';
  readonly sentences: readonly number[];
}

const mostChosen = 3;

/** A server on loopback that knows the gold of a set, and is wrong in a share of its choices, always the same ones. */
export async function startScriptedModel(script: Script): Promise<FakeModelServer> {
  const server = await startFakeModelServer();
  const answers = new Map(script.lines.flatMap((line) => ('q' in line ? [[line.q.trim(), line.gold] as const] : [])));
  const events = new Map(script.lines.flatMap((line) => ('q' in line ? [] : eventsByTitle(line))));
  server.behave = (call) => {
    const about = questionOf(call).trim();
    const sentences = sentencesOf(call);
    const isWrong = script.mistake !== undefined && randomOf(about + sentences[0]?.text) < script.share;
    const reply =
      isWrong && script.mistake
        ? wrongReply(script.mistake, about, sentences.length)
        : mostOf(call) > 3 && sentences.some(({ title }) => events.has(title))
          ? leadWith(sentences, events, mostOf(call))
          : events.has(about)
            ? tell(sentences, events.get(about), mostOf(call))
            : answerTo(answers.get(about), sentences);
    return { kind: 'text', text: JSON.stringify(reply) };
  };
  return server;
}

type Sentences = ReturnType<typeof sentencesOf>;
type Event = GoldEdition['events'][number];

function eventsByTitle({
  articles,
  gold,
}: Extract<GoldLine, { articles: unknown }>): readonly (readonly [string, Event])[] {
  const titles = new Map(articles.map(({ id, title, headline }) => [String(id), headline ?? title ?? '']));
  return gold.events.flatMap((event) =>
    event.ids.flatMap((id) => titles.get(String(id)) ?? []).map((title) => [title, event] as const),
  );
}

function answerTo(wanted: GoldAnswer | undefined, sentences: Sentences): Reply {
  if (wanted?.wants !== 'answer') return { answered: 'no', sentences: [] };
  const { expect = [], anyOf = [], forbid } = wanted;
  const chosen = coverWith([...expect.map((pattern) => [pattern]), ...anyOf], forbid, sentences);
  return { answered: chosen.length > 0 ? 'yes' : 'no', sentences: chosen };
}

/** The weightiest events, one story each; of equal ones those that the editor names first. */
function leadWith(stories: Sentences, events: ReadonlyMap<string, Event>, most: number): Reply {
  const seen = new Set<Event>();
  const order = [...new Set(events.values())];
  const orderOf = (event: Event) => order.indexOf(event);
  const chosen = stories
    .flatMap((story) => {
      const event = events.get(story.title);
      return event ? [{ n: story.n, event }] : [];
    })
    .toSorted((a, b) => b.event.weight - a.event.weight || orderOf(a.event) - orderOf(b.event))
    .filter(({ event }) => !seen.has(event) && seen.add(event));
  return { answered: 'yes', sentences: chosen.slice(0, most).map(({ n }) => n) };
}

function tell(sentences: Sentences, event: Event | undefined, most: number): Reply {
  const wanted = [...(event?.facts ?? []), ...(event?.also ?? [])].map((pattern) => [pattern]);
  const chosen = coverWith(wanted, event?.forbid, sentences, most);
  return { answered: 'yes', sentences: chosen.length > 0 ? chosen : [1] };
}

function wrongReply(mistake: Mistake, question: string, count: number): Reply {
  const any = 1 + Math.floor(randomOf(`${question} number`) * count);
  if (mistake === 'no') return { answered: 'no', sentences: [] };
  if (mistake === 'first') return { answered: 'yes', sentences: [1] };
  if (mistake === 'yes') return { answered: 'yes', sentences: [1, 2, 3].filter((number) => number <= count) };
  return { answered: 'yes', sentences: [any] };
}

/** The fewest sentences that have what is wanted, found greedily, without those that have what is forbidden. */
function coverWith(
  wanted: readonly (readonly string[])[],
  forbid: readonly string[] = [],
  sentences: Sentences,
  most = mostChosen,
): readonly number[] {
  const isIn = (pattern: string, text: string) => new RegExp(pattern, 'iu').test(asScored(text));
  const allowed = sentences.filter(({ text }) => !forbid.some((pattern) => isIn(pattern, text)));
  let open = wanted;
  const chosen: number[] = [];
  while (open.length > 0 && chosen.length < most) {
    const has = (text: string) => open.filter((patterns) => patterns.some((pattern) => isIn(pattern, text)));
    const [best] = allowed.toSorted((a, b) => has(b.text).length - has(a.text).length || a.n - b.n);
    const found = best ? has(best.text) : [];
    if (!best || found.length === 0) break;
    chosen.push(best.n);
    open = open.filter((patterns) => !found.includes(patterns));
  }
  return chosen;
}

/** Between 0 and 1, the same for the same text. */
function randomOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
