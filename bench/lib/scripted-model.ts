import { createHash } from 'node:crypto';
import { type FakeModelServer, type ModelCall, startFakeModelServer } from '../../tests/fakes/fake-model-server.ts';
import { questionOf, sentencesOf } from '../../tests/models/choosing.ts';

/** What a set says of a line: see `../shared/bench`. */
export interface GoldAnswer {
  readonly wants: 'answer' | 'refuse' | 'briefing' | 'courtesy';
  readonly expect?: readonly string[];
  readonly anyOf?: readonly (readonly string[])[];
  readonly forbid?: readonly string[];
}

/** How a scripted model is wrong: any numbers, answered whatever is asked, never answered, or the first sentence. */
export const mistakes = ['numbers', 'yes', 'no', 'first'] as const;
export type Mistake = (typeof mistakes)[number];

export interface Script {
  readonly gold: ReadonlyMap<string, GoldAnswer>;
  readonly mistake?: Mistake | undefined;
  /** Share of the questions that it gets wrong. */
  readonly share: number;
}

interface Reply {
  readonly answered: 'yes' | 'no' | 'false-premise';
  readonly sentences: readonly number[];
}

const mostChosen = 3;

/** A server on loopback that knows the gold of questions, and is wrong in a share of them, always the same ones. */
export async function startScriptedModel(script: Script): Promise<FakeModelServer> {
  const server = await startFakeModelServer();
  server.behave = (call) => ({ kind: 'text', text: JSON.stringify(replyTo(call, script)) });
  return server;
}

function replyTo(call: ModelCall, { gold, mistake, share }: Script): Reply {
  const question = questionOf(call).trim();
  const sentences = sentencesOf(call);
  if (mistake && randomOf(question) < share) return wrongReply(mistake, question, sentences.length);
  const wanted = gold.get(question);
  if (wanted?.wants !== 'answer') return { answered: 'no', sentences: [] };
  const chosen = coverWith(wanted, sentences);
  return { answered: chosen.length > 0 ? 'yes' : 'no', sentences: chosen };
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
  { expect = [], anyOf = [], forbid = [] }: GoldAnswer,
  sentences: readonly { readonly n: number; readonly text: string }[],
): readonly number[] {
  const isIn = (pattern: string, text: string) => new RegExp(pattern, 'iu').test(plain(text));
  const allowed = sentences.filter(({ text }) => !forbid.some((pattern) => isIn(pattern, text)));
  let open: (readonly string[])[] = [...expect.map((pattern) => [pattern]), ...anyOf];
  const chosen: number[] = [];
  while (open.length > 0 && chosen.length < mostChosen) {
    const has = (text: string) => open.filter((patterns) => patterns.some((pattern) => isIn(pattern, text)));
    const [best] = allowed.toSorted((a, b) => has(b.text).length - has(a.text).length || a.n - b.n);
    const found = best ? has(best.text) : [];
    if (!best || found.length === 0) break;
    chosen.push(best.n);
    open = open.filter((patterns) => !found.includes(patterns));
  }
  return chosen;
}

/** One kind of quotation marks and blanks, as the scorer compares. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[\u00A0\u202F]/gu, ' ');
}

/** Between 0 and 1, the same for the same text. */
function randomOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
