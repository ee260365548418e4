import { expect, it } from 'vitest';
import { barriers, describeInBrowser, phone, sidewaysPixels } from './browser.ts';
import { startLiveNewsroom } from './live-newsroom.ts';

describeInBrowser('a subscriber on the local page', (open) => {
  it('subscribes, gets the briefing at its minute, and looks behind it, with the keyboard alone', async () => {
    const { url, clock, outbox, poller } = await startLiveNewsroom();
    const page = await open(`${url}/#newsroom`);
    const [line, stream] = [page.getByRole('combobox', { name: 'Message or command' }), page.locator('#stream')];
    await stream.getByText('Nothing here yet').waitFor();
    // Without a login there is nothing to log out of.
    expect(await page.getByRole('button', { name: 'Log out' }).count()).toBe(0);

    // The name of the command and its topic are completed; typed at once, so that no list of fewer letters comes late.
    await line.focus();
    await page.keyboard.insertText('/subscr');
    await page.getByRole('option', { name: '/subscribe' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('every');
    await page
      .getByRole('option', { name: /everything/i })
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('times:08:00 zone:Seoul');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await stream
      .getByText(/08:00 \(Seoul\)/)
      .first()
      .waitFor();

    // A minute before, nothing; at the minute, the briefing, announced.
    clock.set('2022-07-18T22:59:00Z');
    await poller.pollDue();
    await outbox.tick();
    expect(await stream.getByRole('article', { name: /briefing/i }).count()).toBe(0);
    clock.set('2022-07-18T23:00:00Z');
    await outbox.tick();
    const briefing = stream.getByRole('article', { name: /News briefing/ });
    await briefing.waitFor();
    await expect.poll(() => page.locator('#announcer').textContent()).toContain('News briefing');
    expect(await briefing.getByRole('heading', { level: 3 }).textContent()).toBe('News briefing');
    expect(await briefing.locator('.context').first().textContent()).toContain('08:00 Seoul');
    expect(await briefing.locator('.quoted, q').count()).toBeGreaterThan(3);

    // Its list of stories, and a story's buttons.
    await briefing.getByRole('combobox', { name: 'Open a story' }).selectOption({ index: 1 });
    await briefing.getByRole('button', { name: /Choose: Open a story/ }).press('Enter');
    const story = stream.locator('.private').last();
    await story.getByRole('button', { name: 'Background' }).first().press('Enter');
    const background = stream.locator('.private').last();
    await background.getByText('Only you can see this').waitFor();
    await background.getByRole('combobox', { name: /evidence/i }).selectOption({ index: 1 });
    await background.getByRole('button', { name: /Choose: .*evidence/i }).press('Enter');
    const evidence = stream.getByRole('article', { name: /^Evidence/ });
    await evidence.waitFor();
    expect(await evidence.locator('.quoted, q').count()).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('sends what was typed where the suggestions are older than that', async () => {
    const { url } = await startLiveNewsroom();
    const page = await open(`${url}/#newsroom`);
    const stream = page.locator('#stream');
    await stream.getByText('Nothing here yet').waitFor();
    await page.getByRole('combobox', { name: 'Message or command' }).focus();
    await page.keyboard.insertText('/subscr');
    await page.getByRole('option', { name: '/subscribe', selected: true }).first().waitFor();

    await page.route('**/api/complete', () => {});
    await page.keyboard.insertText('iptions');
    await page.keyboard.press('Enter');
    await stream
      .locator('.private')
      .getByText(/no subscription/i)
      .first()
      .waitFor();
  });

  it('edits a subscription in its form, and gets the focus back', async () => {
    const { url, newsroom } = await startLiveNewsroom();
    const page = await open(`${url}/#newsroom`);
    const [line, stream] = [page.getByRole('combobox', { name: 'Message or command' }), page.locator('#stream')];
    await stream.getByText('Nothing here yet').waitFor();
    await line.fill('/subscribe asia times:08:00 zone:Seoul');
    await line.press('Enter');
    await stream
      .getByText(/08:00 \(Seoul\)/)
      .first()
      .waitFor();

    const edit = stream.getByRole('button', { name: 'Edit' });
    await edit.press('Enter');
    const form = page.getByRole('dialog');
    await form.waitFor();
    expect(await form.getByLabel('Interest').inputValue()).toBe('asia');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await edit.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);

    await edit.press('Enter');
    await form.getByLabel('When').fill('weekdays at 07:30');
    await form.getByLabel('When').press('Enter');
    await stream
      .getByText(/07:30 \(Seoul\)/)
      .first()
      .waitFor();
    const [subscription] = await newsroom.storage.subscriptions.list();
    expect(subscription?.schedule).toMatchObject({ times: ['07:30'], days: [1, 2, 3, 4, 5] });
  });

  it('asks before a line changes another channel, and refuses one that there is not', async () => {
    const { url, newsroom } = await startLiveNewsroom();
    const page = await open(`${url}/#newsroom`);
    const [line, stream] = [page.locator('#line'), page.locator('#stream')];
    const places = async () => (await newsroom.storage.subscriptions.list()).map(({ channel }) => channel.channelId);
    const send = async (text: string) => {
      await line.fill(text);
      await page.keyboard.press('Escape');
      await line.press('Enter');
    };
    await send('subscribe #asia-desk to europe at 10');
    const asked = stream.locator('.private').last();
    await asked.getByText('Is this meant for another channel?').waitFor();
    expect(await places()).toEqual([]);
    expect(await asked.getByRole('link', { name: '#asia-desk' }).getAttribute('href')).toBe('#asia-desk');
    await asked.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(places).toEqual(['asia-desk']);

    await send('/subscribe africa times:09:00 channel:nowhere');
    await stream.getByText('There is no channel "nowhere".').waitFor();
    await send('/subscribe asia daily at 8 to:@ann');
    await page.getByRole('alert').getByText('/subscribe has no option "to"').waitFor();
    expect(await line.inputValue()).toBe('/subscribe asia daily at 8 to:@ann');
    expect(await places()).toEqual(['asia-desk']);
  });

  it('reads on a phone in the dark', async () => {
    const { url } = await startLiveNewsroom();
    const page = await open(`${url}/#newsroom`);
    await page.locator('#line').fill('/brief everything since:2d');
    await page.locator('#line').press('Enter');
    await page.getByRole('heading', { level: 3, name: /briefing/i }).waitFor();
    expect(await sidewaysPixels(page)).toBe(0);

    await page.setViewportSize(phone.viewport);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await sidewaysPixels(page)).toBe(0);
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe('rgb(22, 23, 26)');
    expect(await barriers(page)).toEqual([]);
  });
});
