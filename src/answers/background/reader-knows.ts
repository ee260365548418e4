import type { Article } from '../../articles/article.ts';
import { createReferenceCheck } from '../../briefings/statements/shown-before.ts';
import { hasLoosePronoun, openingNoun } from '../../reading/loose-references.ts';
import { hasPhrase } from '../../reading/phrases.ts';
import type { ArticleSentence } from '../article-sentences.ts';

type KnowledgeCheck = ReturnType<typeof createReferenceCheck>;

/** Cached, since an answer examines the sentences of an article several times. */
const known = new WeakMap<Article, { readonly knows: KnowledgeCheck; readonly places: ReadonlyMap<number, number> }>();

/** Whether a reader who was shown a title and some sentences can resolve the references of another: "the initiative", "Doe" without more. */
export function readerKnows(line: ArticleSentence, title: string, shown: readonly ArticleSentence[]): boolean {
  const { article, sentence } = line;
  const { knows, places } = known.get(article) ?? remember(article);
  const texts = shown.flatMap((other) => (other.article === article ? other.sentence.text : []));
  const place = places.get(sentence.index) ?? 0;
  // Nothing stands before the first sentence that it could refer to.
  if (place === 0) return isNamed(pointedAt(sentence.text), [title, ...texts]);
  const opening = openingNoun(sentence.text, article.language);
  const isGiven = (noun: string) =>
    article.sentences.slice(0, place).some(({ text }) => text.toLowerCase().includes(noun));
  const nouns = [pointedAt(sentence.text), opening !== undefined && isGiven(opening) ? opening : undefined];
  return (
    knows(place, title, texts) &&
    nouns.every((noun) => isNamed(noun, [title, ...texts])) &&
    !hasLoosePronoun(sentence.text, article.language) &&
    !hasPhrase('reacts', sentence.text, article.language)
  );
}

function isNamed(noun: string | undefined, texts: readonly string[]): boolean {
  return noun === undefined || texts.some((text) => text.toLowerCase().includes(noun));
}

/** The noun a sentence points back to: "such a deployment", "this commitment"; undefined if there is none. */
function pointedAt(text: string): string | undefined {
  return pointing
    .exec(text)
    ?.slice(1)
    .find((noun) => noun !== undefined);
}

const pointing =
  /(?<!\p{L})(?:such an? (\p{Ll}+)|(?:this|these|those) (?!(?:week|month|year|morning|evening|afternoon|autumn|fall|spring|summer|winter|season|time|way|is|was|who|are|were|of|days|decade|century)(?!\p{L}))(\p{Ll}{4,})|(these|those)(?=[,.;]))/u;

function remember(article: Article) {
  const found = {
    knows: createReferenceCheck(
      article.sentences.map(({ text }) => text),
      article.language,
    ),
    places: new Map(article.sentences.map(({ index }, place) => [index, place])),
  };
  known.set(article, found);
  return found;
}
