import type { BrowserContextOptions } from 'playwright-core';
import { expect, it } from 'vitest';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { briefing, hostile, profile } from '../chat/local/sample-messages.ts';
import { samplePreviews } from '../chat/local/sample-previews.ts';
import { saying } from '../chat/local/sample-service.ts';
import { barriers, dark, describeInBrowser, sidewaysPixels } from './browser.ts';

const wide = { viewport: { width: 1360, height: 900 } } as const;

describeInBrowser('messages as Slack and Discord show them', (openPage) => {
  async function open(options: BrowserContextOptions = wide) {
    const service = await startLocalService();
    await service.chat.post(newsroom, briefing, { deliveryId: 'd1' });
    const page = await openPage(`${service.url}/#newsroom`, options);
    await page.getByRole('article', { name: briefing.summary }).waitFor();
    const choose = (name: string) => page.getByRole('radio', { name }).check();
    const panel = page.locator('#preview');
    return { ...service, page, choose, panel, said: panel.locator('.preview-said') };
  }

  it('draws the newest message from the payload of each platform, beside the chat', async () => {
    const { page, panel, said, choose } = await open();
    expect(await panel.isVisible()).toBe(false);

    await choose('As Slack');
    await panel.getByRole('heading', { name: 'As Slack' }).waitFor();
    await panel.getByRole('heading', { level: 4, name: 'Asia briefing' }).waitFor();
    expect(await panel.locator('blockquote').count()).toBeGreaterThan(1);
    const citation = panel.getByRole('link', { name: '[1]' }).first();
    expect(await citation.getAttribute('href')).toBe('https://news.example/a-1');
    expect(await panel.locator('.slack-context').first().textContent()).toContain('5 Mar 2024 08:00');
    expect(await panel.getByRole('button', { name: 'Background' }).isDisabled()).toBe(true);
    expect(await page.locator('#stream').isVisible()).toBe(true);

    await choose('As Discord');
    await panel.getByRole('heading', { level: 4, name: 'Asia briefing' }).waitFor();
    await panel.getByRole('heading', { level: 5, name: /Sarwana and Velden agree/ }).waitFor();
    const edge = await panel.locator('.discord-container').evaluate((node) => node.getAttribute('style'));
    expect(edge).toBe('--edge: #a8321c;');
    expect(await said.textContent()).not.toMatch(/\*\*|<t:|\\|-# /u);
    await choose('Chat only');
    expect(await panel.isVisible()).toBe(false);
  });

  it('shows the payload itself, to be copied', async () => {
    const { page, panel, choose, url } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
    const sent = await samplePreviews.ofMessage(briefing, { deliveryId: 'd1' });
    for (const [name, { messages }] of [['As Slack', sent.slack] as const, ['As Discord', sent.discord] as const]) {
      await choose(name);
      await panel.getByRole('heading', { name }).waitFor();
      await panel.getByText('Payload as JSON').click();
      expect(JSON.parse((await panel.locator('pre').textContent()) ?? '')).toEqual(
        JSON.parse(JSON.stringify(messages.length === 1 ? messages[0] : messages)),
      );
      await panel.getByRole('button', { name: 'Copy' }).click();
      await panel.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      expect(copied).toBe(await panel.locator('pre').textContent());
    }
  });

  it('follows the newest message, until one is chosen with the keyboard', async () => {
    const { page, said, choose, chat } = await open();
    await choose('As Slack');
    const second = await chat.post(newsroom, saying('Second.'));
    await said.getByText('Second.').waitFor();

    const first = page.getByRole('article', { name: briefing.summary });
    await first.getByRole('button', { name: 'Preview' }).press('Enter');
    await said.getByText('Asia briefing').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('preview-title');
    await chat.post(newsroom, saying('Third.'));
    await page.getByRole('article', { name: 'Third.' }).waitFor();
    expect(await said.getByText('Third.').count()).toBe(0);

    await page.getByRole('article', { name: 'Second.' }).getByRole('button', { name: 'Preview' }).click();
    await said.getByText('Second.').waitFor();
    await chat.edit(second, saying('Corrected.'));
    await said.getByText('Corrected.').waitFor();
  });

  it('shows answers for one person too, with what they choose from', async () => {
    const { page, panel, choose } = await open();
    await page.locator('#line').fill('/who Mirela Danesh');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article', { name: profile.summary }).waitFor();
    for (const name of ['As Slack', 'As Discord']) {
      await choose(name);
      await panel.getByRole('heading', { name }).waitFor();
      const select = panel.getByRole('combobox', { name: 'Quotes about' });
      expect(await select.locator('option').allTextContents()).toEqual(['Quotes about', 'The river', 'The farmers']);
      await panel.getByText('Picture:').waitFor();
      expect(await panel.locator('img').count()).toBe(0);
    }
  });

  it('shows pictures of our own', async () => {
    const { panel, choose, chat } = await open();
    const pngBase64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const picture = { kind: 'picture', name: 'mentions.png', pngBase64, alt: 'Mentions per day' } as const;
    await chat.post(newsroom, { summary: 'Mirela Danesh', blocks: [picture] });
    for (const name of ['As Slack', 'As Discord']) {
      await choose(name);
      await panel.getByRole('heading', { name }).waitFor();
      const image = panel.getByRole('img', { name: 'Mentions per day' });
      await expect.poll(() => image.evaluate((shown) => Number(Reflect.get(shown, 'naturalWidth')))).toBe(1);
    }
  });

  it('takes hostile text as text', async () => {
    const { page, panel, said, choose, chat } = await open();
    await chat.post(newsroom, hostile);
    for (const name of ['As Slack', 'As Discord']) {
      await choose(name);
      await said.getByText(/owned/).first().waitFor();
      expect(await said.locator('script, img, iframe').count()).toBe(0);
      const addresses = await panel.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(addresses.filter((address) => !address?.startsWith('https://'))).toEqual([]);
      expect(await page.title()).toBe('newsroom \u00B7 Kurzwelle');
    }
  });

  // Wider screens are among every view's.
  it('keeps nobody out and never scrolls sideways on a tablet', async () => {
    const { page, panel, choose } = await open({ viewport: { width: 768, height: 1024 } });
    for (const name of ['As Slack', 'As Discord']) {
      await choose(name);
      await panel.getByRole('heading', { level: 4, name: 'Asia briefing' }).waitFor();
      await panel.getByText('Payload as JSON').click();
      expect(await barriers(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBe(0);
      expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
  });

  it.each([
    ['light', wide],
    ['dark', { ...wide, ...dark }],
  ])('draws a form beside it, from what each platform would be asked to open: %s', async (_, options) => {
    const { page, choose } = await open(options);
    for (const name of ['As Slack', 'As Discord']) {
      await choose(name);
      await page.locator('#line').fill('/subscribe asia');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      const drawn = page.getByRole('complementary', { name });
      await drawn.getByRole('heading', { name: 'New subscription' }).waitFor();
      expect(await drawn.locator('.look-field b').allTextContents()).toEqual([
        ...['What to follow', 'Local times', 'Time zone', 'Length'],
      ]);
      await drawn.getByText('A topic, a name, or words with AND, OR, NOT').first().waitFor();
      expect(await drawn.getByRole('combobox', { name: 'Length' }).inputValue()).toBe('Short');
      await drawn.getByText('Payload as JSON').click();
      expect(await drawn.locator('pre').textContent()).toContain('"New subscription"');
      expect(await barriers(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBe(0);
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).first().click();
    }
    await choose('Chat only');
    await page.locator('#line').fill('/subscribe asia');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('.form-preview').count()).toBe(0);
  });
});
