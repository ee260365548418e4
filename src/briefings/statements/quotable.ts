import type { Article, Sentence } from '../../articles/article.ts';
import { headlineKind } from '../ranking/headline-kind.ts';
import { isBareQuotation, isBoilerplate, isPersonal, saysWhoThinks } from './sentence-voice.ts';

/**
 * Whether a sentence may be quoted beside those of others. Not in a voice that a reader of the briefing could not place, not with a name
 * that is misprinted, not what a comment says without whose it is, nor what stands below any such news.
 */
export function isQuotable({ text }: Sentence, { language, headline }: Article, misprints: readonly string[]): boolean {
  if (headlineKind(headline, language) === 'comments' && !saysWhoThinks(text, language)) return false;
  if (isPersonal(text, language) || isBareQuotation(text) || isBoilerplate(text, language)) return false;
  return !misprints.some((name) => text.includes(name));
}
