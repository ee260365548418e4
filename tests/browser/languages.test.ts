import { expect, it } from 'vitest';
import { pluralForms } from '../../src/wording/message.ts';
import { catalogOf, languages } from '../../src/wording/wording-for.ts';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { briefing } from '../chat/local/sample-messages.ts';
import { barriers, describeInBrowser, phone, sidewaysPixels } from './browser.ts';

describeInBrowser('the page in the language of the reader', (open) => {
  it('is the browser\u2019s, with its dates and plurals', async () => {
    const { url, chat } = await startLocalService();
    await chat.post(newsroom, briefing);
    const page = await open(`${url}/#newsroom`, { locale: 'de-DE' });
    await page.getByText('3 Quellen').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
    await page.getByText(/5. März 2024 um 08:00/).waitFor();
    await page.getByRole('button', { name: 'Senden' }).waitFor();
    await page.locator('#line').pressSequentially('/who');
    await page.getByRole('option', { name: catalogOf('de').commands.who.description }).waitFor();
  });

  it.each(languages.map((code) => [code, catalogOf(code)] as const))(
    'fits a phone in %s',
    async (code, { locale, dir, page: words }) => {
      const { url, chat } = await startLocalService();
      await chat.post(newsroom, briefing);
      const page = await open(`${url}/#newsroom`, { ...phone, locale: code });
      await page.getByRole('button', { name: words.send }).waitFor();
      const root = page.locator('html');
      expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual([locale, dir]);
      expect(await sidewaysPixels(page)).toBe(0);
      // The previews are for wider screens.
      expect(await page.getByRole('radio', { name: words.asSlack }).count()).toBe(0);
    },
  );

  it('sets each message the way its language runs, whatever the page around it does', async () => {
    const { url, chat } = await startLocalService();
    const spans = (text: string) => [{ kind: 'text', text }] as const;
    await chat.post(newsroom, {
      summary: 'ar',
      language: 'ar-u-nu-latn',
      blocks: [
        { kind: 'context', spans: spans('/subscriptions تعرضها') },
        { kind: 'paragraph', spans: spans('Rice mill flooded') },
      ],
    });
    await chat.post(newsroom, { ...briefing, language: 'en-GB' });
    for (const locale of ['en', 'ar']) {
      const page = await open(`${url}/#newsroom`, { locale });
      const message = page.locator('.message');
      await message.nth(1).waitFor();
      const runs = (selector: string, dir: string) =>
        page.locator(selector).evaluate((node, way) => node.matches(`:dir(${way})`), dir);
      expect(await runs('.entry:first-child .message', 'rtl')).toBe(true);
      expect(await runs('.entry:first-child .context', 'rtl')).toBe(true);
      expect(await runs('.entry:first-child .message > p:not(.context)', 'ltr')).toBe(true);
      expect(await runs('.entry:last-child .message', 'ltr')).toBe(true);
    }
  });

  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('runs from right to left where the language does: %s', async (_, options) => {
    const { url, chat } = await startLocalService();
    await chat.post(newsroom, briefing);
    const page = await open(url, { ...options, locale: 'ar' });
    const [, three] = pluralForms(catalogOf('ar').page.sources).few?.split('#') ?? [];
    await page.getByText(new RegExp(`^[3\u0663]${three}$`, 'u')).waitFor();

    expect(await page.locator('html').evaluate((root) => root.matches(':dir(rtl)'))).toBe(true);
    const left = async (selector: string) => (await page.locator(selector).first().boundingBox())?.x ?? 0;
    expect(await left('.composer button')).toBeLessThan(await left('#line'));
    // A briefing in English runs on from the left, within the page from the right.
    expect(
      await page
        .locator('.message .quoted')
        .first()
        .evaluate((node) => node.matches(':dir(ltr)')),
    ).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysPixels(page)).toBe(0);
  });
});
