import { cleanText, markupText } from '../text/clean-text.ts';
import { parseFeedDate } from '../text/found-date.ts';
import { countLimits, cutTo, DocumentLimitError, lengthLimits } from '../text/limits.ts';
import { reason } from '../wording/reason.ts';
import { type PageScript, scriptsOf } from './page-scripts.ts';
import { pictureUrl } from './read-picture.ts';

/** A page's metadata from its scripts. */
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

/** Reads JSON-LD and DW's Apollo state; malformed or missing data is skipped. */
export function readPageData(html: string): PageData {
  const scripts = scriptsOf(html);
  return { ...(readJsonLd(scripts) ?? { authors: [], posts: [] }), ...readApolloState(scripts) };
}

const jsonLdType = /\btype\s*=\s*["']?application\/ld\+json\b/i;
/** What a page may be about, best first: a video or picture in an article describes itself too. */
const kinds = [/(?:Article|BlogPosting|Report)$/, /(?:VideoObject|AudioObject|ImageGallery)$/];

/** Reads the article that a page's JSON-LD describes. */
function readJsonLd(scripts: readonly PageScript[]): PageData | undefined {
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

const assignment = 'window.__APOLLO_STATE__';

/** DW's own record of an article or live blog; field names as in its graph API. */
function readApolloState(scripts: readonly PageScript[]): Partial<PageData> {
  const script = scripts.find(({ text }) => text.trimStart().startsWith(assignment))?.text ?? '';
  const state = parseJson(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1));
  if (!isObject(state)) return {};
  // Records of other articles, which the page only points to, have neither text nor posts.
  const content = Object.entries(state)
    .filter(([key]) => /^(?:Article|Live[Bb]log):/.test(key))
    .map(([, record]) => record)
    .find((record) => isObject(record) && (record.text || record.posts));
  return isObject(content) ? fromRecord(content, state) : {};
}

function fromRecord(content: Json, state: Json): Partial<PageData> {
  const resolve = (value: unknown) => (isObject(value) && typeof value.__ref === 'string' ? state[value.__ref] : value);
  const listOf = (name: string) => listUnder(content, name).map(resolve).filter(isObject);
  const authors = listOf('persons')
    .map((person) => textIn(person.fullName))
    .filter((name) => name !== undefined);
  const posts = listOf('posts').map(toPost);
  const { thematicFocusCategory: topic, text } = content;
  return {
    ...optional('headline', textIn(content.title)),
    ...optional('lead', textIn(content.teaser)),
    ...(authors.length > 0 && { authors }),
    ...optional('publishedAt', dateIn(content.firstPublicationDate)),
    ...optional('modifiedAt', dateIn(content.lastModifiedDate)),
    ...optional('url', textIn(content.canonicalUrl)),
    ...optional('section', isObject(topic) ? textIn(topic.name) : undefined),
    ...(typeof text === 'string' && text !== '' && { bodyHtml: text }),
    ...(posts.length > 0 && { posts }),
  };
}

function toPost({ title, text, contentDate, firstPublicationDate }: Json): PageDataPost {
  return {
    title: textIn(title) ?? '',
    html: typeof text === 'string' ? text : '',
    ...optional('at', dateIn(contentDate) ?? dateIn(firstPublicationDate)),
  };
}

/** Apollo includes arguments in its keys: `persons` may appear as `persons({"amount":1})`. */
function listUnder(content: Json, name: string): readonly unknown[] {
  const key = Array.isArray(content[name])
    ? name
    : Object.keys(content).find((candidate) => candidate.startsWith(`${name}(`));
  const list = key === undefined ? undefined : content[key];
  return Array.isArray(list) ? list : [];
}

/** An untyped object of a page's data. */
export type Json = Readonly<Record<string, unknown>>;

/** Parses the JSON of a script element; undefined if it is malformed. */
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

/** A text without its markup. */
function textIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? markupText(cutTo('paragraph', value)) : '';
  return text === '' ? undefined : text;
}

/** Parses a date in any format used by feeds and pages; undefined if it is invalid. */
function dateIn(value: unknown): Temporal.Instant | undefined {
  return typeof value === 'string' ? parseFeedDate(cleanText(cutTo('label', value))) : undefined;
}

/** An address, given as such or as an object that has one; of a list, the first. */
function urlIn(value: unknown): string | undefined {
  const [first] = [value].flat();
  const url = isObject(first) ? (first['@id'] ?? first.url) : first;
  return typeof url === 'string' && url.length <= lengthLimits.link ? url : undefined;
}

/** Neither null nor a list. */
function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ [key]: value }`, or an empty object without a value. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
