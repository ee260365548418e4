import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { briefing, cite, paragraph, quoted, text } from '../chat/local/sample-messages.ts';
import { barriers, dark, describeInBrowser, phone } from './browser.ts';

/** The computed value of a property of the element. */
const styleOf = (one: Locator, property: string) =>
  one.evaluate(
    (node, name) => String(Reflect.get(globalThis, 'getComputedStyle')(node).getPropertyValue(name)),
    property,
  );

describeInBrowser('details of the local page', (open) => {
  it('marks the channel on view and the chosen preview where colors are forced', async () => {
    const { url, chat } = await startLocalService();
    await chat.post(newsroom, briefing, { deliveryId: 'd1' });
    const page = await open(`${url}/#newsroom`, { forcedColors: 'active', viewport: { width: 1360, height: 900 } });
    await page.getByRole('article', { name: briefing.summary }).waitFor();
    await page.getByRole('radio', { name: 'As Slack' }).check();

    const outline = (selector: string) => styleOf(page.locator(selector), 'outline-style');
    expect(await outline('#channels a[aria-current]')).toBe('solid');
    expect(await outline('#channels a:not([aria-current])')).toBe('none');
    expect(await outline('.view input:checked + span')).toBe('solid');
    expect(await outline('.view label:first-of-type span')).toBe('none');
    const bar = page.locator('.entry.previewed > article');
    expect(await styleOf(bar, 'border-inline-start-style')).toBe('solid');
  });

  it('takes the bar from a message when its preview is closed', async () => {
    const { url, chat } = await startLocalService();
    await chat.post(newsroom, briefing, { deliveryId: 'd1' });
    const page = await open(`${url}/#newsroom`, { viewport: { width: 1360, height: 900 } });
    await page.getByRole('article', { name: briefing.summary }).waitFor();
    await page.getByRole('radio', { name: 'As Slack' }).check();
    await page.locator('.entry.previewed').waitFor();
    await page.getByRole('radio', { name: 'Chat only' }).check();
    expect(await page.locator('.entry.previewed').count()).toBe(0);
  });

  it('keeps the newest message at the top while fonts load, until the reader scrolls', async () => {
    const { url, chat } = await startLocalService({ previewFirst: 'slack' });
    for (let index = 0; index < 9; index += 1) await chat.post(newsroom, briefing, { deliveryId: `d${index}` });
    const page = await open(`${url}/#newsroom`, { viewport: { width: 1280, height: 420 } });
    await page.locator('.entry.previewed').waitFor();
    const topOf = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
    const fromTop = async () => (await topOf('#entries > .entry:last-child')) - (await topOf('#stream'));
    await expect.poll(fromTop).toBeLessThan(24);
    // As a font does that arrives late: every message gets longer.
    const grow = (padding: string) =>
      page.locator('.entry').evaluateAll((all, value) => {
        for (const one of all) one.style.paddingBottom = value;
      }, padding);
    const before = await page.locator('#stream').evaluate(({ scrollTop }) => scrollTop);
    await grow('80px');
    await expect
      .poll(() => page.locator('#stream').evaluate(({ scrollTop }) => scrollTop))
      .toBeGreaterThan(before + 200);
    expect(Math.abs(await fromTop())).toBeLessThan(24);

    await page.locator('#stream').press('Home');
    await expect.poll(() => page.locator('#stream').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await grow('160px');
    expect(await page.locator('#stream').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });

  it('sets a quotation that is struck out as a quotation', async () => {
    const { url, chat } = await startLocalService();
    const struck = paragraph(text('Nine people died.', 'struck'), cite(1));
    await chat.post(newsroom, { summary: 'Corrected', blocks: [struck, paragraph(quoted('Six people died.'))] });
    const page = await open(`${url}/#newsroom`);
    const article = page.getByRole('article', { name: 'Corrected' });
    // The list is drawn anew when the stream of events opens.
    await expect.poll(() => styleOf(article.locator('s'), 'font-family')).toContain('Source Serif');
    expect(await article.locator('p.quoted').count()).toBe(2);
  });

  it.each([{}, dark])('offers in an empty channel what to do first, legibly: %o', async (theme) => {
    const { url } = await startLocalService();
    const page = await open(`${url}/#asia-desk`, theme);
    await page.getByRole('button', { name: 'Show me a briefing now' }).waitFor();
    await page.getByText('All commands').click();
    expect(await barriers(page)).toEqual([]);
  });

  it('says on a phone what a channel is for', async () => {
    const { url } = await startLocalService();
    const page = await open(`${url}/#newsroom`, phone);
    await page.getByText('What matters, twice a day').click({ trial: true });
    await page.goto(`${url}/#asia-desk`);
    await page.getByText('Nothing here yet').waitFor();
    expect((await page.locator('.channel').boundingBox())?.height).toBeLessThan(2);
  });

  it('runs a command that a message names, and leaves one that needs more in the line', async () => {
    const { url, chat, handlers } = await startLocalService();
    const foot = text('Next: today 17:00 · /brief or /why, not /unknown, news/who or https://news.example/who');
    const example = text('/who Mirela Danesh', 'code');
    await chat.post(newsroom, { summary: 'Foot', blocks: [paragraph(foot), paragraph(example)] });
    const page = await open(`${url}/#newsroom`);
    const article = page.getByRole('article', { name: 'Foot' });
    await article.waitFor();
    expect(await article.getByRole('button').allTextContents()).toEqual(['/brief', '/why']);

    // It breaks between lines as text does, and is pressed by keyboard as a button is.
    expect(await styleOf(article.getByRole('button', { name: '/brief' }), 'display')).toBe('inline');
    await article.getByRole('button', { name: '/brief' }).press('Enter');
    await expect.poll(() => handlers.calls).toMatchObject([{ command: 'brief' }]);
    await article.getByRole('button', { name: '/why' }).click();
    await page.getByRole('alert').getByText('needs').waitFor();
    expect(await page.locator('#line').inputValue()).toBe('/why ');
  });

  it("says by the newsroom's clock as of when the operator's view is", async () => {
    const { url } = await startLocalService();
    const page = await open(`${url}/operator`);
    await page.getByText('As of 5 Mar 2024, 09:00').waitFor();
    await page.getByText('Stories, 24 hours').waitFor();
  });
});
