import type { Mention } from '../../actors/actor.ts';
import { findMentions } from '../../actors/find-mentions.ts';

export interface ActorsLine {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
}

/** One line of `batch actors`: who and what its text names. */
export function actorsTask({ id, text, language = 'en' }: ActorsLine): { id: string; mentions: Mention[] } {
  return { id, mentions: findMentions(text, language) };
}
