import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { en } from '../../../src/wording/en/index.ts';
import { describeInBrowser, phone, sidewaysPixels } from '../../browser/browser.ts';
import { newsroom, startLocalService } from './local-service.ts';
import { briefing, hostile } from './sample-messages.ts';
import { saying } from './sample-service.ts';

describeInBrowser('the page', (openPage) => {
  async function open(options: BrowserContextOptions = {}) {
    const service = await startLocalService();
    const page = await openPage(`${service.url}/#newsroom`, options);
    const stream = page.locator('#stream');
    await stream.getByText('Nothing here yet').waitFor();
    await service.followed;
    return { ...service, page, stream, line: page.getByRole('combobox', { name: 'Message or command' }) };
  }

  const run = async (page: Page, line: string) => {
    await page.locator('#line').fill(line);
    await page.getByRole('button', { name: 'Send' }).click();
  };

  it('completes a command with the keyboard and shows the answer to its caller', async () => {
    const { page, line, chat } = await open();
    // At once: letter by letter, a list that comes late would replace the one that is looked at.
    await line.fill('/wh');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    expect(await options.allTextContents()).toEqual([
      `/who${en.commands.who.description}`,
      `/why${en.commands.why.description}`,
    ]);

    await page.keyboard.press('ArrowDown');
    expect(await line.getAttribute('aria-activedescendant')).toBe('suggestion-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Mirela Danesh' }).waitFor();
    expect(await line.inputValue()).toBe('/who ');
    await page.keyboard.press('Tab');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    expect(await line.inputValue()).toBe('/who Mirela Danesh ');
    await page.keyboard.press('Enter');

    const answer = page.getByRole('article', { name: 'Mirela Danesh, environment minister of Sarwana' });
    await answer.getByText('Only you can see this').waitFor();
    expect(await answer.getByRole('heading', { level: 3 }).textContent()).toBe('Mirela Danesh');
    expect(await answer.getByText('/who Mirela Danesh').count()).toBe(1);
    expect(await line.inputValue()).toBe('');
    expect(await chat.recent('newsroom', { limit: 9 })).toEqual([]);
  });

  it('closes the suggestions with Escape and brings back the last line with the arrow', async () => {
    const { page, line, stream } = await open();
    await run(page, '/who Mirko Vale');
    await stream.getByText('Only you can see this').waitFor();

    await line.pressSequentially('/');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await line.fill('');
    await page.keyboard.press('ArrowUp');
    expect(await line.inputValue()).toBe('/who Mirko Vale');
  });

  it('keeps a line that was not understood, with the reason', async () => {
    const { page, line } = await open();
    await line.fill('/why');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('needs "story"').waitFor();
    expect(await line.inputValue()).toBe('/why');
  });

  it('shows posts, edits and removals as they happen', async () => {
    const { page, chat, stream } = await open();
    const post = await chat.post(newsroom, briefing);
    const article = page.getByRole('article', { name: briefing.summary });
    await article.waitFor();
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain(briefing.summary);

    await chat.post(newsroom, saying('More in the thread.'), { thread: post });
    await page.getByRole('list', { name: 'Thread' }).getByText('More in the thread.').waitFor();
    await chat.edit(post, saying('Correction: 11, not 12.'));
    await stream.getByText('Correction: 11, not 12.').waitFor();
    expect(await stream.getByText('More in the thread.').count()).toBe(1);
    await chat.remove(post);
    await stream.getByText('Correction: 11, not 12.').waitFor({ state: 'detached' });
  });

  it('marks channels with something unread, and shows them', async () => {
    const { page, chat, stream } = await open();
    await chat.post({ ...newsroom, channelId: 'asia-desk' }, saying('Early news.'));
    await page.getByRole('link', { name: /asia-desk.*unread/u }).click();

    await stream.getByText('Early news.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'asia-desk' }).waitFor();
    expect(await page.getByRole('link', { name: 'asia-desk' }).getAttribute('aria-current')).toBe('page');
  });

  it('marks quoted words, folds the sources, and shows times by the reader\u2019s clock', async () => {
    const { page, chat } = await open();
    await chat.post(newsroom, briefing);
    const article = page.getByRole('article', { name: briefing.summary });
    await article.waitFor();

    expect(await article.locator('.quoted').count()).toBe(3);
    expect(await article.locator('q').count()).toBe(4);
    await article.getByText('5 March 2024 at 08:00 GMT+9').waitFor();
    const citation = article.getByRole('link', { name: 'Source 1: Neighbors settle quarrel over river' }).first();
    expect(await citation.textContent()).toBe('[1]');
    expect(await citation.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await citation.getAttribute('target')).toBe('_blank');
    const source = article.getByRole('link', { name: 'Danesh: farmers will not lose out', exact: true });
    expect(await source.isVisible()).toBe(false);
    await article.getByText('3 sources').click();
    expect(await source.isVisible()).toBe(true);
  });

  it('shows a picture that comes within the message, and says what it shows', async () => {
    const { page, chat } = await open();
    const pngBase64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const chart = { kind: 'picture', name: 'mentions.png', pngBase64, alt: 'Mentions per day. 4 May: 2' } as const;
    await chat.post(newsroom, { summary: 'Mirela Danesh', blocks: [chart] });
    const picture = page.getByRole('img', { name: chart.alt });
    await picture.waitFor();
    // Loaded, which the page's content policy must allow.
    await expect.poll(() => picture.evaluate((image) => Number(Reflect.get(image, 'naturalWidth')))).toBe(1);
  });

  it('presses buttons and chooses from selects', async () => {
    const { page, chat, handlers, stream } = await open();
    const post = await chat.post(newsroom, briefing);
    await page.getByRole('button', { name: 'Background' }).click();
    await stream.getByText('background of story-1').waitFor();
    expect(handlers.calls).toMatchObject([{ action: 'background', value: 'story-1', post }]);

    await run(page, '/who Mirela Danesh');
    await page.getByRole('combobox', { name: 'Quotes about' }).selectOption('The farmers');
    await page.getByRole('button', { name: 'Choose: Quotes about' }).click();
    await stream.getByText('Quotes about farmers.').waitFor();
    expect(await stream.getByText('Environment minister of Sarwana').count()).toBe(0);
  });

  it('fills in and sends a form with the keyboard, and gives the focus back', async () => {
    const { page, handlers, line, stream } = await open();
    await run(page, '/subscribe asia');
    const form = page.getByRole('dialog', { name: 'New subscription' });
    await form.waitFor();
    expect(await form.getByLabel('What to follow').inputValue()).toBe('asia');

    await page.keyboard.press('Tab');
    await page.keyboard.type('08:00');
    await form.getByLabel('Length').selectOption('Headlines');
    await form.getByRole('button', { name: 'Subscribe' }).press('Enter');

    await stream.getByText('Subscribed to asia.').waitFor();
    await form.waitFor({ state: 'detached' });
    expect(handlers.calls.at(-1)).toMatchObject({
      action: 'subscribe',
      reference: 'draft-7',
      answers: { interest: 'asia', times: '08:00', length: 'headlines' },
    });
    await line.fill('/subscribe asia');
    await page.keyboard.press('Enter');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await line.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('offers in a form what the command completes', async () => {
    const { page } = await open();
    await run(page, '/subscribe asia');
    const zone = page.getByRole('dialog').getByLabel('Time zone');
    await zone.fill('Seo');
    const offers = page.locator('datalist option');
    await expect
      .poll(() => offers.evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
      .toEqual(['Asia/Seoul']);
  });

  it('keeps answers for one person over a reload, until dismissed', async () => {
    const { page, stream } = await open();
    await run(page, '/who Mirela Danesh');
    // The question, too, says that only one person sees it; an answer can be dismissed.
    await page.getByRole('button', { name: 'Dismiss' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await stream.getByText('Only you can see this').waitFor({ state: 'detached' });
  });

  it('takes hostile text as text', async () => {
    const { page, chat } = await open();
    await chat.post(newsroom, hostile);
    const article = page.locator('article');
    await article.waitFor();

    expect(await page.title()).toBe('newsroom \u00B7 Kurzwelle');
    expect(await article.locator('script, img, b').count()).toBe(0);
    const addresses = await article.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.filter((address) => !address?.startsWith('https://'))).toEqual([]);
    expect(await article.textContent()).not.toMatch(/[\p{Cc}\u202E]/u);
    const arabic = article.locator('.quoted').last();
    expect(await arabic.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
  });

  it('moves from story to story by j and k, but not while somebody types, and ties buttons to their story', async () => {
    const { page, chat, line } = await open();
    await chat.post(newsroom, briefing);
    const article = page.getByRole('article', { name: briefing.summary });
    await article.waitFor();
    const story = article.getByRole('group', { name: /Sarwana and Velden agree/u });
    expect(await story.getByRole('button', { name: 'Background' }).count()).toBe(1);

    const focused = () => page.evaluate('document.activeElement.textContent');
    await line.fill('j');
    await line.press('k');
    expect(await line.inputValue()).toBe('jk');
    await article.getByRole('heading', { level: 3 }).evaluate((node) => {
      node.tabIndex = -1;
      node.focus();
    });
    await page.keyboard.press('j');
    expect(await focused()).toContain('Sarwana and Velden agree');
    await page.keyboard.press('k');
    expect(await focused()).toBe('Asia briefing');
  });

  it('draws a chart in the theme, with its numbers in words', async () => {
    const { page, chat } = await open();
    const chart = {
      title: 'Mentions a day',
      name: 'Danesh',
      points: [3, 0, 6].map((value, at) => ({ label: `${at + 1} March`, value })),
    };
    const block = { kind: 'picture', name: 'c.png', pngBase64: '', alt: 'Mentions: 3, 0, 6', chart } as const;
    await chat.post(newsroom, { summary: 'A chart', blocks: [block] });
    const drawn = page.getByRole('img', { name: 'Mentions: 3, 0, 6' });
    await drawn.waitFor();
    const heights = await drawn
      .locator('.bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().height));
    expect(heights[0]).toBeCloseTo((heights[2] ?? 0) / 2, 0);
    expect(heights[1]).toBe(0);
  });

  it.each([
    ['a phone', phone],
    ['a desktop', {}],
  ])('never scrolls sideways on %s', async (_, options) => {
    const { page, chat, stream } = await open(options);
    await chat.post(newsroom, briefing);
    await chat.post(newsroom, hostile);
    await run(page, '/who Mirela Danesh');
    await stream.getByText('Only you can see this').waitFor();

    expect(await sidewaysPixels(page)).toBe(0);
    expect(await stream.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
});
