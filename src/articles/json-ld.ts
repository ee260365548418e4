import { DocumentLimitError } from '../text/document-limit-error.ts';
import { countLimits, cutTo } from '../text/limits.ts';
import { reason } from '../wording/reason.ts';
import { dateIn, isObject, type Json, optional, parseJson, textIn, urlIn } from './json-value.ts';
import type { PageData } from './page-data.ts';
import type { PageScript } from './page-scripts.ts';
import { pictureUrl } from './read-picture.ts';

const jsonLdType = /\btype\s*=\s*["']?application\/ld\+json\b/i;
/** What a page may be about, best first: a video or picture in an article describes itself too. */
const kinds = [/(?:Article|BlogPosting|Report)$/, /(?:VideoObject|AudioObject|ImageGallery)$/];

/** Reads the article that a page's JSON-LD describes. */
export function readJsonLd(scripts: readonly PageScript[]): PageData | undefined {
  const described = scripts.filter(({ attributes }) => jsonLdType.test(attributes));
  const nodes = described.flatMap(({ text }) => nodesOf(parseJson(text)));
  const isOfKind = (node: Json, kind: RegExp) => [node['@type']].flat().some((type) => kind.test(String(type)));
  for (const kind of kinds) {
    const found = nodes.find((node) => isOfKind(node, kind));
    if (found) return fromJsonLd(found);
  }
  return undefined;
}

/** A graph in a list in a graph is more than any page has. */
const deepest = 20;

/** All objects of a JSON-LD document: it may be one, a list, or a graph. Throws where it nests beyond all reason. */
function nodesOf(value: unknown, depth = 0): readonly Json[] {
  if (depth > deepest) {
    throw new DocumentLimitError('depth', reason('tooDeep'));
  }
  if (Array.isArray(value)) return value.flatMap((one) => nodesOf(one, depth + 1));
  if (!isObject(value)) return [];
  return [value, ...nodesOf(value['@graph'], depth + 1)];
}

function fromJsonLd(ld: Json): PageData {
  const posts = [ld.liveBlogUpdate].flat().filter(isObject);
  return {
    ...optional('headline', textIn(ld.headline ?? ld.name)),
    ...optional('lead', textIn(ld.description)),
    authors: authorsIn(ld.author),
    ...optional('publishedAt', dateIn(ld.datePublished)),
    ...optional('modifiedAt', dateIn(ld.dateModified)),
    ...optional('section', textIn([ld.articleSection].flat()[0])),
    ...optional('language', textIn(ld.inLanguage)),
    ...optional('url', urlIn(ld.mainEntityOfPage) ?? urlIn(ld.url)),
    ...optional('picture', pictureUrl(urlIn(ld.image))),
    ...optional('publisher', textIn(isObject(ld.publisher) ? ld.publisher.name : ld.publisher)),
    ...optional('bodyText', typeof ld.articleBody === 'string' ? cutTo('body', ld.articleBody) : undefined),
    posts: posts.map((post) => ({
      title: textIn(post.headline) ?? '',
      html: typeof post.articleBody === 'string' ? post.articleBody : '',
      ...optional('at', dateIn(post.datePublished)),
    })),
  };
}

/** Names of people only, not of organizations. */
function authorsIn(value: unknown): readonly string[] {
  const names = [value]
    .flat()
    .slice(0, countLimits.partsOfPage)
    .map((author) => {
      if (isObject(author)) return author['@type'] === 'Organization' ? undefined : textIn([author.name].flat()[0]);
      return textIn(author);
    });
  return names.filter((name) => name !== undefined);
}
