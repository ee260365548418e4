import { randomUUID } from 'node:crypto';
import { checkView } from '../chat/slack/block-rules.ts';
import { workedMs } from './worked-ms.ts';

export interface FakeView {
  readonly id: string;
  readonly type: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly notify_on_close?: boolean;
  readonly blocks: readonly Record<string, unknown>[];
}

type Answer = Record<string, unknown>;
type Args = Readonly<Record<string, string>>;

const triggerMs = 3_000;
const mostPushed = 2;

/** Modals and home tabs, opened by triggers that work once and for three seconds. */
export class FakeSlackViews {
  /** By id; a home tab by its person's id. */
  readonly all = new Map<string, FakeView>();
  last: FakeView | undefined;
  readonly problems: string[] = [];
  readonly #triggers = new Map<string, number>();
  #count = 0;
  #pushed = 0;

  newTrigger(): string {
    const id = `trigger-${randomUUID()}`;
    this.#triggers.set(id, workedMs());
    return id;
  }

  /** With nothing upon it. */
  open(args: Args): Answer {
    this.#pushed = 0;
    return this.#begin(args);
  }

  #begin(args: Args): Answer {
    const issuedAt = this.#triggers.get(args.trigger_id ?? '');
    this.#triggers.delete(args.trigger_id ?? '');
    if (issuedAt === undefined) return { ok: false, error: 'invalid_trigger_id' };
    if (workedMs() - issuedAt > triggerMs) return { ok: false, error: 'expired_trigger_id' };
    this.#count += 1;
    return this.keep(`V${this.#count}`, args.view ?? '{}');
  }

  /** A modal takes two more upon it. https://docs.slack.dev/surfaces/modals#updating_views */
  push(args: Args): Answer {
    if (this.#pushed === mostPushed) return { ok: false, error: 'push_limit_reached' };
    const answer = this.#begin(args);
    if (answer.ok === true) this.#pushed += 1;
    return answer;
  }

  update(args: Args): Answer {
    if (!this.all.has(args.view_id ?? '')) return { ok: false, error: 'not_found' };
    return this.keep(args.view_id ?? '', args.view ?? '{}');
  }

  publish(args: Args): Answer {
    return this.keep(args.user_id ?? '', args.view ?? '{}');
  }

  /** Also for what comes in an acknowledgement. */
  keep(id: string, json: string): Answer {
    const view = JSON.parse(json) as Omit<FakeView, 'id'>;
    const problems = checkView(view);
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_arguments' };
    const kept = { ...view, id };
    this.all.set(id, kept);
    this.last = kept;
    return { ok: true, view: kept };
  }
}
