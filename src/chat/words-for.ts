import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Asker, ChatHandlers } from './chat.ts';

/** The catalog for a user, for adapters: by the channel's setting if the handlers know it, else by the user's locale. */
export async function wordsFor(asker: Asker, handlers: Pick<ChatHandlers, 'wordsFor'>): Promise<Catalog> {
  return (await handlers.wordsFor?.(asker)) ?? wordingFor(asker.locale);
}
