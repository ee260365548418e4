import type { Article, Sentence } from '../../articles/article.ts';
import { headlineKind } from '../ranking/event-values.ts';
import { isBareQuotation, isPersonal, isStandingNote, saysWhoThinks } from './sentence-voice.ts';

/**
 * Whether a sentence may be quoted beside sentences of other articles: not in a personal voice that readers could not attribute, not with
 * a misprinted name, not an opinion without its author, not boilerplate.
 */
export function isQuotable({ text }: Sentence, { language, headline }: Article, misprints: readonly string[]): boolean {
  if (headlineKind(headline, language) === 'comments' && !saysWhoThinks(text, language)) return false;
  if (isPersonal(text, language) || isBareQuotation(text) || isStandingNote(text, language)) return false;
  return !misprints.some((name) => text.includes(name));
}
