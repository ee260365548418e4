import { cleanText } from '../feeds/clean-text.ts';
import { parseFeedDate } from '../feeds/feed-date.ts';
import { markupText } from '../feeds/markup-text.ts';
import { pictureUrl } from './read-picture.ts';

/** What a page says about itself in its scripts, beside what it shows. */
export interface PageData {
  readonly headline?: string;
  readonly lead?: string;
  readonly authors: readonly string[];
  readonly publishedAt?: Temporal.Instant;
  readonly modifiedAt?: Temporal.Instant;
  readonly section?: string;
  readonly language?: string;
  readonly url?: string;
  readonly picture?: string;
  readonly publisher?: string;
  /** The body as HTML, from DW's Apollo state. */
  readonly bodyHtml?: string;
  /** The body as plain text, from JSON-LD. */
  readonly bodyText?: string;
  readonly posts: readonly PageDataPost[];
}

/** A post of a live blog. */
export interface PageDataPost {
  readonly title: string;
  readonly html: string;
  readonly at?: Temporal.Instant;
}

const jsonLd = /<script\b[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script\s*>/gi;
const apolloState = /window\.__APOLLO_STATE__\s*=\s*(\{[\s\S]*?\})\s*;?\s*<\/script\s*>/;
const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|VideoObject|AnalysisNewsArticle)$/;

/** Reads JSON-LD and DW's Apollo state; what is broken or missing is passed over. */
export function readPageData(html: string): PageData {
  const ld = findArticle([...html.matchAll(jsonLd)].flatMap((match) => nodesOf(parseJson(match[1] ?? ''))));
  const apollo = readApollo(apolloState.exec(html)?.[1]);
  return { ...(ld ? fromJsonLd(ld) : { authors: [], posts: [] }), ...apollo };
}

type Json = Readonly<Record<string, unknown>>;

function parseJson(text: string): unknown {
  try {
    // Some sites wrap it into comments or leave raw line breaks inside strings.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\t\r\n]+/g, ' '),
    );
  } catch {
    return undefined;
  }
}

/** All objects of a JSON-LD document: it may be one, a list, or a graph. */
function nodesOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isObject(value)) return [];
  return [value, ...nodesOf(value['@graph'])];
}

function findArticle(nodes: readonly Json[]): Json | undefined {
  return nodes.find((node) =>
    [node['@type']].flat().some((type) => typeof type === 'string' && articleTypes.test(type)),
  );
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
    ...optional('bodyText', typeof ld.articleBody === 'string' ? ld.articleBody : undefined),
    posts: posts.map((post) => toPost(post.headline, post.articleBody, post.datePublished)),
  };
}

/** DW's own record of the article; field names as in its graph API. */
function readApollo(text: string | undefined): Partial<PageData> {
  const state = text === undefined ? undefined : parseJson(text);
  if (!isObject(state)) return {};
  const records = Object.entries(state).filter(([key]) => /^(?:Article|Liveblog|LiveBlog):/.test(key));
  const content = records
    .map(([, record]) => record)
    .find((record) => isObject(record) && (record.text || record.posts));
  if (!isObject(content)) return {};
  const resolve = (value: unknown) => (isObject(value) && typeof value.__ref === 'string' ? state[value.__ref] : value);
  const people = listUnder(content, 'persons').map(resolve).filter(isObject);
  const authors = people.map((person) => textIn(person.fullName)).filter((name) => name !== undefined);
  const posts = listUnder(content, 'posts').map(resolve).filter(isObject);
  return {
    ...optional('headline', textIn(content.title)),
    ...optional('lead', textIn(content.teaser)),
    ...(authors.length > 0 && { authors }),
    ...optional('publishedAt', dateIn(content.firstPublicationDate)),
    ...optional('modifiedAt', dateIn(content.lastModifiedDate)),
    ...optional('url', textIn(content.canonicalUrl)),
    ...optional(
      'section',
      isObject(content.thematicFocusCategory) ? textIn(content.thematicFocusCategory.name) : undefined,
    ),
    ...(typeof content.text === 'string' && content.text !== '' && { bodyHtml: content.text }),
    ...(posts.length > 0 && {
      posts: posts.map((post) => toPost(post.title, post.text, post.contentDate ?? post.firstPublicationDate)),
    }),
  };
}

/** Apollo writes arguments into its keys: `persons` may stand there as `persons({"amount":1})`. */
function listUnder(content: Json, name: string): readonly unknown[] {
  const key = Array.isArray(content[name])
    ? name
    : Object.keys(content).find((candidate) => candidate.startsWith(`${name}(`));
  const list = key === undefined ? undefined : content[key];
  return Array.isArray(list) ? list : [];
}

function toPost(title: unknown, html: unknown, date: unknown): PageDataPost {
  return { title: textIn(title) ?? '', html: typeof html === 'string' ? html : '', ...optional('at', dateIn(date)) };
}

function authorsIn(value: unknown): readonly string[] {
  const names = [value].flat().map((author) => {
    if (isObject(author)) return author['@type'] === 'Organization' ? undefined : textIn([author.name].flat()[0]);
    return textIn(author);
  });
  return names.filter((name) => name !== undefined);
}

function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? markupText(value) : '';
  return text === '' ? undefined : text;
}

function dateIn(value: unknown): Temporal.Instant | undefined {
  return typeof value === 'string' ? parseFeedDate(cleanText(value)) : undefined;
}

function urlIn(value: unknown): string | undefined {
  const [first] = [value].flat();
  const url = isObject(first) ? (first['@id'] ?? first.url) : first;
  return typeof url === 'string' ? url : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ [key]: value }`, or nothing where there is no value. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
