import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startSetupServer } from '../../src/chat/local/setup-server.ts';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { briefing } from '../chat/local/sample-messages.ts';
import { sampleOperator } from '../chat/local/sample-operator.ts';
import { createMemorySessions } from '../fakes/memory-sessions.ts';
import { quickHash } from '../fakes/quick-hash.ts';
import { barriers, dark, describeInBrowser, type OpenPage, phone, sidewaysPixels } from './browser.ts';

const found = async () => [{ url: 'https://paper.example/f', title: 'Paper', entries: 3 }];
const done = async () => ({ kind: 'reloaded', added: [], removed: [], needRestart: [] }) as const;
const operator = {
  ...sampleOperator,
  feeds: { find: found, add: done, edit: done, remove: done, saveTopic: done, reload: done },
};

/** The page with a briefing on view. */
async function openPage(open: OpenPage, options: Parameters<OpenPage>[1]) {
  const { url, chat } = await startLocalService({ operator });
  await chat.post(newsroom, briefing);
  const page = await open(`${url}/#newsroom`, options);
  await page.getByRole('article', { name: briefing.summary }).waitFor();
  return page;
}

/** Steps through the views of each page; each is named where it is looked at. */
const walks: Readonly<Record<string, (open: OpenPage, options: Parameters<OpenPage>[1], look: Look) => Promise<void>>> =
  {
    async page(open, options, look) {
      const page = await openPage(open, options);
      const line = page.locator('#line');
      const send = async (text: string) => {
        await line.fill(text);
        await page.getByRole('button', { name: 'Send' }).click();
      };
      await look('a briefing', page);
      await page.getByRole('article', { name: briefing.summary }).locator('summary').first().click();
      await look('its sources', page);
      await line.fill('/');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await look('completion of commands', page);
      await line.fill('/who ');
      await page.getByRole('option').first().waitFor();
      await look('completion of values and options', page);
      await page.keyboard.press('Escape');
      await send('/who Mirela Danesh');
      await page.getByText('Only you can see this').first().waitFor();
      await look('an answer', page);
      await send('/why');
      await page.getByRole('alert').getByText('needs').waitFor();
      await look('a mistake', page);
      // A phone has no room to compare.
      if (options?.hasTouch) return;
      await page.getByRole('radio', { name: 'As Slack' }).check();
      await page.locator('#preview .as-slack').first().waitFor();
      await page.getByText('Payload as JSON').click();
      await look('the preview of Slack', page);
      await page.getByRole('radio', { name: 'As Discord' }).check();
      await page.locator('#preview .as-discord').first().waitFor();
      await page.getByText('Payload as JSON').click();
      await look('the preview of Discord', page);
    },
    async operator(open, options, look) {
      const { url } = await startLocalService({ operator });
      const page = await open(`${url}/operator`, options);
      await page.getByRole('table', { name: 'Subscriptions' }).waitFor();
      await look("the operator's view", page);
      await page.getByLabel('Add a feed').fill('paper.example');
      await page.getByRole('button', { name: 'Find feeds' }).click();
      await page.getByRole('table', { name: 'Feeds of the site' }).waitFor();
      await page.getByRole('searchbox').fill('Danesh');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText('Found for Danesh').waitFor();
      await look('what was found', page);
    },
    async 'login and setup'(open, options, look) {
      const users = [{ name: 'anna', role: 'operator', passwordHash } as const];
      const clock = { now: () => Temporal.Now.instant() };
      const { url } = await startLocalService({
        login: { users, operators: [], sessions: createMemorySessions(), clock },
      });
      const page = await open(`${url}/login`, options);
      await look('the login', page);
      await page.getByLabel('Username').fill('anna');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('alert').getByText('Wrong username or password').waitFor();
      await look('a refused login', page);
      const secrets = [{ name: 'SLACK_BOT_TOKEN', what: 'The token.', isSet: true }] as const;
      const questions = {
        languages: ['en', 'de'],
        zone: 'UTC',
        chats: [{ id: 'slack', secrets }],
        models: ['small'],
      } as const;
      const server = await startSetupServer({
        setup: { questions, save: () => Promise.reject(new Error('not asked here')) as never },
        host: '127.0.0.1',
        port: 0,
      });
      const setup = await open(`${server.url}/setup`, options);
      await setup.getByRole('checkbox', { name: /Slack/u }).check();
      await look('the setup', setup);
      await setup.goto('about:blank');
      await server.stop();
    },
  };

type Look = (view: string, page: Page) => Promise<void>;
const passwordHash = quickHash('right');

const themes = { light: {}, dark, 'a phone': phone, 'a phone in the dark': { ...phone, ...dark } } as const;
const cases = Object.keys(walks).flatMap((walk) =>
  Object.entries(themes).map(([theme, options]) => ({ walk, theme, options })),
);

describeInBrowser('every view', (open) => {
  let looked = 0;

  it.each(cases)('$walk, $theme: axe finds nothing, and nothing scrolls sideways', async ({ walk, options }) => {
    const wrong: string[] = [];
    await walks[walk]?.(open, options, async (view, page) => {
      looked += 1;
      wrong.push(...(await barriers(page, 'of any impact')).map((one) => `${view}: ${one}`));
      if ((await sidewaysPixels(page)) > 0) wrong.push(`${view}: scrolls sideways`);
    });
    expect(wrong).toEqual([]);
  });

  it('is at least forty views', () => {
    expect(looked).toBeGreaterThanOrEqual(40);
  });
});
