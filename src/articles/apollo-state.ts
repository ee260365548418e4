import { dateIn, isObject, type Json, optional, parseJson, textIn } from './json-value.ts';
import type { PageData, PageDataPost } from './page-data.ts';
import type { PageScript } from './page-scripts.ts';

const assignment = 'window.__APOLLO_STATE__';

/** DW's own record of an article or live blog; field names as in its graph API. */
export function readApolloState(scripts: readonly PageScript[]): Partial<PageData> {
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
