import { baseLanguage, termsOf } from '../text/terms.ts';
import type { Interest } from './interest.ts';
import { type ArticlePlaces, liesIn } from './region.ts';

/** What an interest is matched against: an article with what the archive knows of it. */
export interface Matchable {
  readonly language: string;
  readonly topics: readonly string[];
  readonly headline: string;
  readonly sentences: readonly { readonly text: string }[];
  readonly storyIds?: ReadonlySet<number> | undefined;
  readonly places?: ArticlePlaces;
  /** The actors of `interest` that it mentions, by their names there. */
  readonly actors?: ReadonlySet<string>;
}

/** Whether an article is of interest. Words are compared by stem in the article's language, phrases as consecutive stems. */
export function matchesInterest(interest: Interest, article: Matchable): boolean {
  let terms: string | undefined;
  const text = (): string => {
    terms ??= searchText(article);
    return terms;
  };
  const matches = (part: Interest): boolean => {
    switch (part.kind) {
      case 'everything':
        return true;
      case 'topic':
        return article.topics.includes(part.topic);
      case 'words':
        return holds(text, part.text, article.language);
      case 'actor':
        return article.actors?.has(part.name) ?? false;
      case 'story':
        return article.storyIds?.has(part.id) ?? false;
      case 'language':
        return article.language === part.language || baseLanguage(article.language) === part.language;
      case 'region':
        return article.places !== undefined && liesIn(part, article.places);
      case 'not':
        return !matches(part.part);
      case 'and':
        return part.parts.every(matches);
      default:
        return part.parts.some(matches);
    }
  };
  return matches(interest);
}

/** A word without content, "in", asks for nothing. */
function holds(text: () => string, words: string, language: string): boolean {
  const wanted = termsOf(words, language).join(' ');
  return wanted === '' || text().includes(` ${wanted} `);
}

/** Terms of headline and sentences; the bar keeps a phrase from running over an end. */
function searchText({ headline, sentences, language }: Matchable): string {
  const parts = [headline, ...sentences.map(({ text }) => text)];
  return ` ${parts.map((part) => termsOf(part, language).join(' ')).join(' | ')} `;
}
