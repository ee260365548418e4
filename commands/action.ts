import type { Caller } from '../src/chat/chat.ts';
import type { Form, Message } from '../src/chat/message.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/** The outcome of a pressed button: an answer to the user, an update of the message, or a form. */
export type ActionOutcome =
  | { readonly kind: 'answer'; readonly message: Message }
  | { readonly kind: 'update'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

/** A pressed button with its value, which may be outdated or forged. */
export interface ActionRequest {
  readonly value: string;
  readonly caller: Caller;
  readonly services: CommandServices;
  /** The interface texts in the user's language. */
  readonly say: Catalog;
}

/** `value` comes from a message that may be a year old or forged: look it up, never trust it. */
export interface Action {
  readonly managesChannel?: boolean;
  /** The user may share the answer with everybody. */
  readonly shareable?: boolean;
  run(request: ActionRequest): Promise<ActionOutcome>;
}

/** An action that answers with a message that may be shared. */
export function answers(tell: (request: ActionRequest) => Promise<Message>): Action {
  return { shareable: true, run: async (request) => ({ kind: 'answer', message: await tell(request) }) };
}

/** The numeric id in a button's value. Throws UserError if it is not a number. */
export function numberIn(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || value.trim() === '') throw new UserError(({ refusals }) => refusals.deadButton);
  return number;
}

/** Resolves `story:12` or `actor:5`. Throws UserError if the archive does not have it. */
export async function subjectIn(value: string, { archive }: CommandServices) {
  const [, kind, id] = /^(story|actor):(\d+)$/u.exec(value) ?? [];
  if (kind === 'actor') return { kind, actor: await findActor(numberIn(id ?? ''), archive) } as const;
  if (kind === 'story') return { kind, story: await findStory(numberIn(id ?? ''), archive) } as const;
  throw new UserError(({ refusals }) => refusals.deadButton);
}

/** A story by its id. Throws UserError if the archive no longer has it. */
export async function findStory(id: number, archive: CommandServices['archive']) {
  const story = await archive.findStory(id);
  if (!story) throw new UserError(({ refusals }) => refusals.storyGone);
  return story;
}

/** Throws UserError if an interest contains a story that the archive does not have: it would never match. */
export async function checkStories(interest: string, archive: CommandServices['archive']): Promise<void> {
  for (const [, id] of interest.matchAll(/\bstory:\s*["#]*(\d{1,9})\b/giu)) await findStory(Number(id), archive);
}

/** An actor by id. Throws UserError if the archive no longer has it. */
export async function findActor(id: number, archive: CommandServices['archive']) {
  const actor = await archive.findActor(id);
  if (!actor) throw new UserError(({ refusals }) => refusals.actorGone);
  return actor;
}
