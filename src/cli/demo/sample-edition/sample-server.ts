import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage } from './article-page.ts';
import { type FeedForm, feedContentTypes, renderFeed } from './feed-documents.ts';
import { type SampleEdition, sampleFeeds, visibleArticles } from './sample-article.ts';

export type SampleServerOptions = {
  readonly edition: SampleEdition;
  /** Decides what has appeared: every request asks again, so the edition unfolds as this clock moves. */
  readonly now: () => Temporal.Instant;
  /** 0, the default, takes any free port. */
  readonly port?: number;
};

export type SampleServer = { readonly url: string; stop(): Promise<void> };

type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly etag?: string;
  readonly modifiedAt?: Temporal.Instant | undefined;
};

type Request = { readonly edition: SampleEdition; readonly now: Temporal.Instant; readonly baseUrl: string };

const notFound: Answer = { status: 404, contentType: 'text/plain; charset=utf-8', body: 'Not found\n' };
const robots: Answer = {
  status: 200,
  contentType: 'text/plain; charset=utf-8',
  body: 'User-agent: *\nAllow: /\n',
};

/** Serves the edition on 127.0.0.1 as DW would: feeds, pages, pictures and robots.txt. */
export async function startSampleServer({ edition, now, port = 0 }: SampleServerOptions): Promise<SampleServer> {
  const server = createServer((request, response) => {
    const address = server.address() as AddressInfo;
    respond(request, response, { edition, now: now(), baseUrl: `http://127.0.0.1:${address.port}` });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

function respond(request: IncomingMessage, response: ServerResponse, context: Request): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const answer = answerFor(request.url ?? '/', context);
  response.setHeader('Content-Type', answer.contentType);
  response.setHeader('Cache-Control', 'public, max-age=60');
  if (answer.etag) response.setHeader('ETag', answer.etag);
  if (answer.modifiedAt) response.setHeader('Last-Modified', httpDate(answer.modifiedAt));
  if (answer.etag && request.headers['if-none-match'] === answer.etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : answer.body);
}

function answerFor(url: string, context: Request): Answer {
  const path = decodePath(url);
  if (path === '/robots.txt') return robots;

  const feed = /^\/(rdf|xml|atom)\/([\w-]+)$/.exec(path);
  if (feed?.[2]) return feedAnswer(feed[1] as FeedForm, feed[2], context);

  // Like DW, by the number alone: an old slug still finds the article.
  const page = /^\/(en|de)\/[^/]+\/(a|live|g|video)-(\d+)$/.exec(path);
  if (page) return pageAnswer(`${page[1]} ${page[2]} ${page[3]}`, context);

  const image = /^\/image\/(\d+)_\d+\.(jpg|webp)$/.exec(path);
  if (image?.[1]) return { status: 200, contentType: 'image/svg+xml', body: placeholderImage(image[1]) };
  return notFound;
}

function feedAnswer(form: FeedForm, slug: string, { edition, now, baseUrl }: Request): Answer {
  const feed = sampleFeeds.find((each) => each.slug === slug);
  if (!feed) return notFound;
  const articles = visibleArticles(edition, now).filter(({ feeds }) => feeds.includes(slug));
  return {
    status: 200,
    contentType: feedContentTypes[form],
    body: renderFeed(form, { feed, articles, now, baseUrl }),
    // Of the items only: the channel's own date changes at every fetch.
    etag: etagOf([form, slug, ...articles.map(({ id, revision }) => `${id}.${revision}`)]),
    modifiedAt: articles[0]?.modifiedAt,
  };
}

function pageAnswer(key: string, { edition, now, baseUrl }: Request): Answer {
  const visible = visibleArticles(edition, now);
  const article = visible.find(({ language, kind, id }) => `${language} ${kind} ${id}` === key);
  if (!article) return notFound;
  const others = visible.filter(({ id, language }) => id !== article.id && language === article.language).slice(0, 4);
  const body = articlePage({ article, others, imageBaseUrl: baseUrl });
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body,
    etag: etagOf([body]),
    modifiedAt: article.modifiedAt,
  };
}

function decodePath(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function etagOf(parts: readonly string[]): string {
  return `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;
}

function httpDate(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toUTCString();
}

/** Draws a picture for an id: waves whose color and length follow from the number, so that each id has its own. */
function placeholderImage(id: string): string {
  const number = Number(id);
  const waves = [0, 1, 2, 3].map((index) =>
    wavePath(170 + index * 60, 18 + ((number >> index) % 5) * 9, 55 + index * 20),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="940" height="529" viewBox="0 0 940 529"><rect width="940" height="529" fill="hsl(${number % 360} 25% 90%)"/><g fill="none" stroke="hsl(${number % 360} 35% 45%)" stroke-width="3">${waves.join('')}</g></svg>`;
}

function wavePath(middle: number, height: number, length: number): string {
  const bows = Array.from({ length: Math.ceil(940 / length) }, () => `t${length} 0`);
  return `<path d="M0 ${middle}q${length / 2} ${-2 * height} ${length} 0${bows.join('')}"/>`;
}
