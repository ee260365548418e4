import { z } from 'zod';
import type { Config } from '../../config/config.ts';
import type { Feed } from '../../feeds/entry.ts';
import type { FeedFetchError } from '../../feeds/feed-error.ts';
import { type FeedFetchOptions, type FetchedFeed, fetchFeed } from '../../feeds/fetch-feed.ts';
import { createLocalReader, type LocalReader } from '../../models/local-reader.ts';
import { openModel } from '../../models/open-model.ts';
import type { TextModel } from '../../models/text-model.ts';
import type { Http } from '../../runtime/http.ts';
import { describeTest, shortcomings, testModel } from '../model-test/test-model.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';

/** Every configured feed, asked once: reached and understood. */
export async function checkFeeds(
  feeds: readonly Feed[],
  { http, robots, documents, signal }: FeedFetchOptions & { readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  if (feeds.length === 0) return [failure('no feeds are configured', 'add some under feeds.use or feeds.add')];
  const stoppable: Http = { get: (url, options) => http.get(url, { ...options, signal }) };
  const fetched = await Promise.all(
    feeds.map(async (feed) => ({
      feed,
      result: await fetchFeed(feed, {}, { http: stoppable, documents, ...(robots && { robots }) }),
    })),
  );
  const read = fetched.filter(({ result }) => result.kind === 'read');
  return [
    ...(read.length > 0 ? [ok(`${read.length} of ${feeds.length} can be read`)] : []),
    ...failures(fetched),
    ...read.flatMap(({ feed, result }) => emptyFeed(feed, result)),
  ];
}

interface Fetched {
  readonly feed: Feed;
  readonly result: FetchedFeed;
}

/** One finding for all feeds of a host that fail alike: a host that is down is one trouble. */
function failures(fetched: readonly Fetched[]): readonly Finding[] {
  const failed = fetched.flatMap(({ feed, result }) =>
    result.kind === 'failed' ? [{ feed, error: result.error }] : [],
  );
  const alike = Map.groupBy(failed, ({ error }) => `${new URL(error.url).host}: ${whatOf(error)}`);
  return [...alike].map(([what, those]) => {
    const remedy = those[0] ? remedyOfFetch(those[0].error) : '';
    return failure(`${what} (${namesOf(those.map(({ feed }) => feed.id))})`, remedy);
  });
}

/** The message without the address in front of it. */
function whatOf({ url, message }: FeedFetchError): string {
  return message.replaceAll(`${url}: `, '');
}

const mostNames = 4;

function namesOf(ids: readonly string[]): string {
  const more = ids.length - mostNames;
  return more > 1 ? `${ids.slice(0, mostNames).join(', ')} and ${more} more feeds` : ids.join(', ');
}

function emptyFeed({ id }: Feed, result: FetchedFeed): readonly Finding[] {
  if (result.kind !== 'read' || result.parsed.entries.length > 0) return [];
  return [warning(`${id} has no entries`, 'remove it if this lasts')];
}

function remedyOfFetch({ reason, status }: FeedFetchError): string {
  if (reason === 'blocked') return 'only public web addresses can be read; correct the address under feeds.add';
  if (reason === 'robots') return 'its robots.txt forbids reading it; remove the feed';
  if (reason === 'network' || reason === 'timeout')
    return "check this machine's network, DNS and proxy, or try again later";
  if (status === 404 || status === 410) return 'the feed is gone; find its new address, or remove it';
  if (reason === 'status')
    return 'the server refuses or fails; try again later, and set contact so that the publisher can reach you';
  return 'this is not a readable feed; open the address in a browser';
}

const schema = z.object({ answer: z.string() });

/** Whether the configured model answers in the asked form, and chooses well over the sample edition. */
export async function checkModel(
  settings: Config['model'],
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (settings.reader.folder !== '') return checkReader(settings, signal);
  const opened = await openModel(settings, apiKey);
  if (!opened) return [skipped('not configured; sentences are chosen by their words')];
  const instructions = 'Answer with the one word "ready" in the field "answer".';
  try {
    const { tokens } = await opened.model.write({
      instructions,
      input: 'Ready?',
      schema,
      maxOutputTokens: 500,
      signal,
    });
    return [
      ok(`${opened.model.id} answers (${tokens} tokens)`),
      ...(await examineModel(opened.model, settings, signal)),
    ];
  } catch (error) {
    const status = statusOf(error);
    const text =
      status === undefined ? `returned no usable answer: ${(error as Error).message}` : `returned status ${status}`;
    return [failure(`${opened.model.id} ${text}`, remedyOfStatus(status))];
  } finally {
    await opened.stop();
  }
}

/** Whether the files are as configured and the packages there, and whether it chooses well over the sample edition. */
async function checkReader(settings: Config['model'], signal: AbortSignal): Promise<readonly Finding[]> {
  const reader = createLocalReader(settings);
  try {
    await reader.read('Who is ready?', [{ before: '', sentence: 'The reader is ready.' }], signal);
    return [ok(`${reader.id} answers`), ...(await examineModel(reader, settings, signal))];
  } catch (error) {
    return [
      failure(
        `${reader.id}: ${(error as Error).message}`,
        'see docs/models.md; until then, sentences are chosen by words',
      ),
    ];
  } finally {
    await reader.stop();
  }
}

async function examineModel(
  model: TextModel | LocalReader,
  settings: Config['model'],
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const test = await testModel(model, settings, signal);
  const problems = shortcomings(test, settings.answerSeconds);
  if (problems.length === 0) return [ok(describeTest(test))];
  return [
    warning(
      `${describeTest(test)}. Not good enough: ${problems.join('; ')}`,
      'use a better or faster model, set model.steps to two, or leave choosing to words (model.chooses: [])',
    ),
  ];
}

/** Of the provider's refusal, also below what the SDK says of its retries. */
function statusOf(error: unknown): number | undefined {
  const { statusCode, lastError, cause } = (error ?? {}) as {
    statusCode?: unknown;
    lastError?: unknown;
    cause?: unknown;
  };
  // An answer that was cut off came with status 200.
  if (typeof statusCode === 'number' && statusCode >= 400) return statusCode;
  const deeper = lastError ?? cause;
  return deeper === undefined ? undefined : statusOf(deeper);
}

function remedyOfStatus(status: number | undefined): string {
  if (status === 401 || status === 403) return 'check KURZWELLE_MODEL_KEY';
  if (status === 404) return 'check model.url and model.name';
  if (status === 400) return 'set model.jsonSchema to false, or check model.name';
  if (status === 429) return 'the rate limit is reached; wait, or raise it with the provider';
  return 'check that the model runs at model.url; see docs/models.md. Until then sentences are chosen by their words';
}
