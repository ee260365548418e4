import type { StoryTerms } from './story-terms.ts';
import { createTermIndex, type StorySearch } from './term-index.ts';
import { addTo, sumOf, type TermVector, type WeighedTerms } from './term-vector.ts';

/** An article of an open story. `at` is in hours. */
export interface GroupedArticle
  extends Pick<StoryTerms, 'headline' | 'names' | 'topics' | 'opening' | 'states' | 'textLength'> {
  readonly id: string;
  readonly vector: TermVector;
  readonly at: number;
}

/** A story that is still open, with the sum of its articles' terms and all their names. */
export interface OpenStory {
  readonly id: string;
  readonly weights: Map<string, number>;
  readonly names: Set<string>;
  readonly articles: GroupedArticle[];
  openedAt: number;
  lastAt: number;
}

/** The open stories of one language with an inverted index of their terms. Memory grows with the articles of open stories. */
export interface OpenStories {
  get(id: string): OpenStory | undefined;
  add(id: string, article: GroupedArticle): OpenStory;
  /** The stories that share the most distinctive terms, highest shared weight first. */
  sharing(terms: WeighedTerms, search: StorySearch): OpenStory[];
  /** Moves all articles of a story into another. */
  merge(fromId: string, intoId: string): void;
  /** Moves articles of a story into a new one. */
  split(fromId: string, articleIds: ReadonlySet<string>, newId: string): void;
  /** Takes an article out of its story, which closes without others. */
  remove(storyId: string, articleId: string): void;
  closeBefore(at: number): void;
  readonly size: number;
}

/** Keeps stories in the order of their last article, so that closing only examines the oldest. */
export function createOpenStories(): OpenStories {
  const stories = new Map<string, OpenStory>();
  const index = createTermIndex<OpenStory>();

  function close(story: OpenStory): void {
    stories.delete(story.id);
    index.remove(story, story.weights.keys());
  }

  function add(id: string, ...articles: GroupedArticle[]): OpenStory {
    const at = Math.min(...articles.map((article) => article.at));
    const story = stories.get(id) ?? openStory(id, at);
    stories.delete(id);
    stories.set(id, story);
    for (const article of articles) {
      story.articles.push(article);
      story.openedAt = Math.min(story.openedAt, article.at);
      story.lastAt = Math.max(story.lastAt, article.at);
      addTo(story.weights, article.vector);
      for (const name of article.names) story.names.add(name);
      index.add(story, article.vector.keys());
    }
    return story;
  }

  return {
    get: (id) => stories.get(id),
    get size() {
      return stories.size;
    },
    add,
    sharing: (terms, search) => index.sharing(terms, search),
    merge(fromId, intoId) {
      const from = stories.get(fromId);
      if (!from) return;
      close(from);
      add(intoId, ...from.articles);
    },
    split(fromId, articleIds, newId) {
      const from = stories.get(fromId);
      if (!from) return;
      const [taken, left] = [true, false].map((isTaken) =>
        from.articles.filter(({ id }) => articleIds.has(id) === isTaken),
      );
      close(from);
      for (const [id, articles] of [[fromId, left] as const, [newId, taken] as const])
        if (articles && articles.length > 0) add(id, ...articles);
    },
    remove(storyId, articleId) {
      const story = stories.get(storyId);
      if (!story?.articles.some(({ id }) => id === articleId)) return;
      close(story);
      const left = story.articles.filter(({ id }) => id !== articleId);
      if (left.length > 0) add(storyId, ...left);
    },
    closeBefore(at) {
      for (const story of stories.values()) {
        if (story.lastAt >= at) break;
        close(story);
      }
    },
  };
}

function openStory(id: string, at: number): OpenStory {
  return { id, weights: new Map(), names: new Set(), articles: [], openedAt: at, lastAt: at };
}

/** The sum of some articles' terms. */
export function termsOfArticles(articles: readonly GroupedArticle[]): Map<string, number> {
  return sumOf(articles.map(({ vector }) => vector));
}
