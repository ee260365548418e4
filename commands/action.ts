import type { Asker } from '../src/chat/chat.ts';
import type { Form, Message } from '../src/chat/message.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { CommandServices } from './define-command.ts';

/** What a pressed button leads to: an answer to the asker, the pressed message anew, or a form. */
export type ActionOutcome =
  | { readonly kind: 'answer'; readonly message: Message }
  | { readonly kind: 'update'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

/** A button that was pressed, with the value it carried, which may be old or forged. */
export interface ActionRequest {
  readonly value: string;
  readonly asker: Asker;
  readonly services: CommandServices;
  /** Our own words in the language of who asks. */
  readonly say: Catalog;
}

/** `value` came from a message that may be a year old or made up: it is looked up, never trusted. */
export interface Action {
  readonly managesChannel?: boolean;
  /** Who asked may give the answer to everybody. */
  readonly shareable?: boolean;
  run(request: ActionRequest): Promise<ActionOutcome>;
}

/** An action that answers with a message, which may be shared. */
export function answers(tell: (request: ActionRequest) => Promise<Message>): Action {
  return { shareable: true, run: async (request) => ({ kind: 'answer', message: await tell(request) }) };
}

/** The id that a button carries. Throws UserError for what is none. */
export function numberIn(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || value.trim() === '') throw new UserError(({ refusals }) => refusals.deadButton);
  return number;
}

/** What `story:12` or `actor:5` names, if the archive has it. Throws UserError for what it has not. */
export async function subjectIn(value: string, { archive }: CommandServices) {
  const [, kind, id] = /^(story|actor):(\d+)$/u.exec(value) ?? [];
  if (kind === 'actor') return { kind, actor: await findActor(numberIn(id ?? ''), archive) } as const;
  if (kind === 'story') return { kind, story: await findStory(numberIn(id ?? ''), archive) } as const;
  throw new UserError(({ refusals }) => refusals.deadButton);
}

/** A story by its id. Throws UserError where the archive has it no more. */
export async function findStory(id: number, archive: CommandServices['archive']) {
  const story = await archive.findStory(id);
  if (!story) throw new UserError(({ refusals }) => refusals.storyGone);
  return story;
}

/** Throws UserError where an interest speaks of a story that the archive has not: it would wait for it for ever. */
export async function checkStories(interest: string, archive: CommandServices['archive']): Promise<void> {
  for (const [, id] of interest.matchAll(/\bstory:\s*["#]*(\d{1,9})\b/giu)) await findStory(Number(id), archive);
}

/** An actor by their id. Throws UserError where the archive has them no more. */
export async function findActor(id: number, archive: CommandServices['archive']) {
  const actor = await archive.findActor(id);
  if (!actor) throw new UserError(({ refusals }) => refusals.actorGone);
  return actor;
}
