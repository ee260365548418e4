import { type FakeRequest, type FakeResponse, refusal } from './fake-discord-routes.ts';

/** What a person sees of one interaction. */
export interface SeenAnswer {
  /** Milliseconds, by the fake's clock, until Discord had a first word. */
  acknowledgedAfterMs?: number;
  /** The sign of waiting, and for whom. */
  deferred?: { readonly onlyCaller: boolean };
  readonly messages: { readonly onlyCaller: boolean; readonly body: Record<string, unknown> }[];
  /** The message whose button was pressed, as it reads now. */
  updated?: Record<string, unknown>;
  modal?: Record<string, unknown>;
  choices?: readonly { readonly name: string; readonly value: string }[];
}

interface Running {
  readonly id: string;
  readonly sentAt: number;
  readonly answer: SeenAnswer;
  /** The first answer of a deferred command is an edit of what says to wait. */
  originalAt?: number;
  onlyCaller: boolean;
  isComponent: boolean;
  readonly changed: Set<() => void>;
}

export interface FakeInteractions {
  open(id: string, token: string, isComponent: boolean): SeenAnswer;
  /** Resolves when what the person sees fulfils the wish. */
  until(token: string, isSeen: (answer: SeenAnswer) => boolean): Promise<SeenAnswer>;
  /** Undefined for what is no answer to an interaction. */
  answer(request: FakeRequest): FakeResponse | undefined;
}

const ephemeral = 64;

export interface FakeDeadlines {
  readonly firstMs: number;
  readonly tokenMs: number;
  readonly nowMs: () => number;
}

/** Interactions and their deadlines: a first word within three seconds, the rest within fifteen minutes. */
export function createFakeInteractions(deadlines: FakeDeadlines): FakeInteractions {
  const running = new Map<string, Running>();
  const unknown = refusal(404, 10_062, 'Unknown interaction');
  const expired = refusal(401, 50_027, 'Invalid Webhook Token');
  const created: FakeResponse = { status: 204 };

  return {
    open(id, token, isComponent) {
      const answer: SeenAnswer = { messages: [] };
      running.set(token, {
        id,
        sentAt: deadlines.nowMs(),
        answer,
        onlyCaller: false,
        isComponent,
        changed: new Set(),
      });
      return answer;
    },
    async until(token, isSeen) {
      const one = running.get(token);
      if (!one) throw new Error('no such interaction');
      while (!isSeen(one.answer)) await new Promise<void>((resolve) => one.changed.add(resolve));
      return one.answer;
    },
    answer({ method, path, body }) {
      const [, , token] = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path) ?? [];
      if (token !== undefined) return settle(token, (one) => callback(one, body));
      const [, hook, original] = /^\/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/.exec(path) ?? [];
      if (hook === undefined) return undefined;
      return settle(hook, (one) => followUp(one, method, original !== undefined, body));
    },
  };

  function settle(token: string, work: (one: Running) => FakeResponse): FakeResponse {
    const one = running.get(token);
    if (!one) return unknown;
    const response = work(one);
    for (const tell of one.changed) tell();
    one.changed.clear();
    return response;
  }

  function callback(one: Running, { type, data = {} }: Record<string, unknown>): FakeResponse {
    const after = deadlines.nowMs() - one.sentAt;
    if (after > deadlines.firstMs) return unknown;
    if (one.answer.acknowledgedAfterMs !== undefined)
      return refusal(400, 40_060, 'Interaction has already been acknowledged.');
    one.answer.acknowledgedAfterMs = after;
    const body = data as Record<string, unknown>;
    one.onlyCaller = (Number(body.flags ?? 0) & ephemeral) !== 0;
    if (type === 4) show(one, body, one.onlyCaller);
    if (type === 5) one.answer.deferred = { onlyCaller: one.onlyCaller };
    if (type === 7) one.answer.updated = body;
    if (type === 8) one.answer.choices = body.choices as NonNullable<SeenAnswer['choices']>;
    if (type === 9) one.answer.modal = body;
    return created;
  }

  function followUp(one: Running, method: string, isOriginal: boolean, body: Record<string, unknown>): FakeResponse {
    const { answer } = one;
    if (deadlines.nowMs() - one.sentAt > deadlines.tokenMs) return expired;
    if (answer.acknowledgedAfterMs === undefined) return unknown;
    if (method === 'POST') show(one, body, (Number(body.flags ?? 0) & ephemeral) !== 0);
    else if (method === 'DELETE') delete answer.deferred;
    else if (isOriginal && answer.deferred) {
      show(one, body, answer.deferred.onlyCaller);
      delete answer.deferred;
    } else if (isOriginal && one.isComponent) answer.updated = body;
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id: '1' } };
  }

  function show(one: Running, body: Record<string, unknown>, onlyCaller: boolean): void {
    one.answer.messages.push({ onlyCaller, body });
  }
}
