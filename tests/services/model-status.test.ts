import { expect, onTestFinished, test } from 'vitest';
import { statusMessage } from '../../commands/status.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { TextModel } from '../../src/models/text-model.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { catalogOf } from '../../src/wording/wording-for.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const settings = 'model: { provider: openai-compatible, name: scripted, url: "http://127.0.0.1:9/v1" }';

async function statusOf(write: TextModel['write'] | undefined, config = settings): Promise<string> {
  const newsroom = await openNewsroom({
    config: parseConfig(config, 'test'),
    db: await openMemoryDatabase(),
    clock: systemClock,
    log: silentLog,
    model: write && { id: 'openai-compatible:scripted', write },
  });
  onTestFinished(() => newsroom.storage.close());
  const article = makeTestArticle({
    id: 'dw:1',
    headline: 'Brenwick closes its bridge',
    paragraphs: ['The council of Brenwick closed the harbor bridge on Monday.'],
    at: '2022-07-19T06:00:00Z',
  });
  await newsroom.archiver.archive(article, { archivedAt: article.publishedAt, isSeed: false });
  await newsroom.services.answers.ask('Who closed the harbor bridge of Brenwick?');
  return JSON.stringify(statusMessage(await newsroom.services.status(), { zone: 'UTC', say: catalogOf('en') }));
}

const say = catalogOf('en').service.status;

test('says that words choose answers where there is no model', async () => {
  const shown = await statusOf(undefined, '');
  expect(shown).toContain(say.words);
  expect(shown).not.toContain('scripted');
});

test('says which model chooses answers, and how often it did', async () => {
  const shown = await statusOf(async ({ schema }) => ({
    value: schema.parse({ answered: 'yes', sentences: [1] }),
    tokens: 10,
  }));
  expect(shown).toContain('openai-compatible:scripted');
  expect(shown).toContain(say.chosen('1', '0'));
  expect(shown).not.toContain(say.lastProblem);
});

test('says that words chose instead, and why', async () => {
  const shown = await statusOf(() => Promise.reject(Object.assign(new Error('no'), { statusCode: 429 })));
  expect(shown).toContain(say.chosen('0', '1'));
  expect(shown).toContain('status 429');
});
