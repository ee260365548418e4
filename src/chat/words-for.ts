import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { Asker, ChatHandlers } from './chat.ts';

/** Our own words for who asks, as an adapter needs them: by the channel's choice where the handlers know it, else by the asker's locale. */
export async function wordsFor(asker: Asker, handlers: Pick<ChatHandlers, 'wordsFor'>): Promise<Catalog> {
  return (await handlers.wordsFor?.(asker)) ?? wordingFor(asker.locale);
}
