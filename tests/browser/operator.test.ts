import { expect, it } from 'vitest';
import { UserError } from '../../src/user-error.ts';
import { everyCatalog } from '../../src/wording/wording-for.ts';
import { startLocalService } from '../chat/local/local-service.ts';
import { operatorView, sampleOperator } from '../chat/local/sample-operator.ts';
import { barriers, describeInBrowser, phone, sidewaysPixels } from './browser.ts';
import { startLiveNewsroom } from './live-newsroom.ts';

describeInBrowser("the operator's view", (open) => {
  it('tells of feeds, stories, the outbox and subscriptions, what needs somebody first', async () => {
    const { url } = await startLocalService();
    const page = await open(`${url}/operator`);
    const rows = (table: string) => page.getByRole('table', { name: table }).getByRole('row');

    expect(await rows('Feeds').nth(1).innerText()).toMatch(/Alles[\s\S]*failing[\s\S]*HTTP status 503[\s\S]*in 1 hour/);
    expect(await rows('Feeds').nth(2).innerText()).toMatch(/Top stories\s+healthy\s+5 minutes ago\s+in 10 minutes/);
    expect(await rows('Stories from the last 24 hours').nth(1).innerText()).toMatch(/river\s+5\s+en\s+now\s+7/);
    const outbox = await rows('Outbox').allInnerTexts();
    expect(outbox.slice(1, 4).map((row) => /failed|suspended|retrying/.exec(row)?.[0])).toEqual([
      ...['failed', 'suspended', 'retrying'],
    ]);
    expect(outbox[1]).toContain('Why it is dead');
    expect(outbox[3]).toContain('in 5 minutes');
    expect(await rows('Subscriptions').nth(2).innerText()).toMatch(
      /weekdays at 17:00[\s\S]*active[\s\S]*in 30 minutes/,
    );
    expect(await page.locator('#figures').innerText()).toMatch(/Articles\s+12,410/);
  });

  it.each(everyCatalog())(
    'speaks the reader\u2019s language: $locale',
    async ({ locale, dir, operator, service, page: words }) => {
      const { url } = await startLocalService();
      const page = await open(`${url}/operator`, { ...phone, locale });
      const feeds = page.getByRole('table', { name: operator.feeds, exact: true });
      await feeds.waitFor();
      expect(await page.title()).toBe(`${words.operator} \u00B7 Kurzwelle`);
      expect(await page.locator('html').getAttribute('dir')).toBe(dir);
      expect(await feeds.innerText()).toContain(operator.health.failing);
      const outbox = page.getByRole('table', { name: operator.outbox, exact: true });
      expect(await outbox.innerText()).toContain(service.status.states.dead);
      expect(await page.locator('#figures').innerText()).toContain(operator.runningSince);
      expect(await page.locator('body').innerText()).not.toMatch(/undefined|\{\{/u);
      expect(await sidewaysPixels(page)).toBe(0);
    },
  );

  it('takes hostile text as text', async () => {
    const { url } = await startLocalService();
    const page = await open(`${url}/operator`);
    await page.getByRole('table', { name: 'Feeds' }).waitFor();
    await page.getByRole('searchbox').fill('<b>Danesh</b>');
    await page.getByRole('searchbox').press('Enter');
    await page.getByText('Found for <b>Danesh</b>').waitFor();

    expect(await page.locator('main').locator('script, img, b').count()).toBe(0);
    expect(await page.title()).toBe("Operator's view \u00B7 Kurzwelle");
    const addresses = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.filter((address) => !/^(?:https:|#)/u.test(address ?? ''))).toEqual([]);
  });

  it('takes back what is typed, puts it back, and says what is wrong', async () => {
    const asked: unknown[] = [];
    const recall = async (request: Parameters<typeof sampleOperator.recall>[0]) => {
      asked.push(request);
      return sampleOperator.recall(request);
    };
    const { url } = await startLocalService({ operator: { ...sampleOperator, recall } });
    const page = await open(`${url}/operator`);
    await page.getByLabel("The article's link or number").fill('dw:7');
    await page.getByLabel('Only this line').fill('The bridge fell.');
    await page.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('Posts affected: 3').waitFor();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => asked.length).toBe(2);
    expect(asked).toMatchObject([
      { of: 'dw:7', line: 'The bridge fell.' },
      { of: 'dw:7', undo: true },
    ]);
    await page.getByLabel("The article's link or number").fill('dw:9');
    await page.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('is not in the archive').waitFor();
  });

  it('follows changes live, and keeps what is typed, selected and in focus', async () => {
    let view = operatorView;
    const listeners = new Set<() => void>();
    const watch = (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    const { url } = await startLocalService({ operator: { ...sampleOperator, watch, view: async () => view } });
    const page = await open(`${url}/operator`);
    const article = page.getByLabel("The article's link or number");
    await article.fill('dw:12');
    const top = page.getByRole('link', { name: 'Top stories' });
    await page.evaluate("getSelection().selectAllChildren([...document.querySelectorAll('#stories td')][0])");
    const dropped = page.getByRole('button', { name: 'Cancel: asia' }).first();
    await dropped.focus();
    await expect.poll(() => listeners.size).toBe(1);
    const [healthy, failing] = operatorView.feeds;
    if (!healthy || !failing) throw new Error('the sample has two feeds');
    // The healthy feed fails, and stands first; a delivery above the one in focus is gone.
    const [, ...deliveries] = operatorView.outbox.deliveries;
    view = {
      ...operatorView,
      articles: 7,
      feeds: [{ ...healthy, health: 'gone' }, failing],
      outbox: { ...operatorView.outbox, deliveries },
    };
    for (const listener of listeners) listener();
    await expect.poll(() => page.locator('#figures').innerText()).toMatch(/Articles\s+7/);
    expect(await page.getByRole('table', { name: 'Feeds' }).getByRole('row').nth(1).innerText()).toContain('gone');
    expect(await top.count()).toBe(1);
    expect(await article.inputValue()).toBe('dw:12');
    expect(await page.evaluate('String(getSelection())')).toContain('Neighbors settle quarrel');
    expect(await dropped.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
    await page.close();
    await expect.poll(() => listeners.size).toBe(0);
  });

  it('puts the focus on the row of before where a button is gone, never on that of another', async () => {
    let view = operatorView;
    const { url } = await startLocalService({ operator: { ...sampleOperator, view: async () => view } });
    const page = await open(`${url}/operator`);
    await page.getByRole('button', { name: 'Pause: asia' }).focus();
    const [suspended, active] = operatorView.subscriptions.shown;
    if (!suspended || !active) throw new Error('the sample has two subscriptions');
    view = { ...operatorView, subscriptions: { total: 2, shown: [{ ...active, state: 'paused' }, suspended] } };
    await page.evaluate("document.getElementById('renew').click()");
    const resume = page.getByRole('button', { name: 'Resume: asia' });
    await resume.waitFor();
    expect(await resume.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
    view = { ...operatorView, subscriptions: { total: 1, shown: [suspended] } };
    await page.evaluate("document.getElementById('renew').click()");
    await resume.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
  });

  it('sends again, gives up, polls, pauses and resumes, and says to who hears it what a button is about', async () => {
    const asked: unknown[] = [];
    const act = async (action: object) => {
      if ('id' in action && action.id === 'delivery-2')
        throw new UserError(({ errors }) => errors.alreadySent('delivery-2'));
      asked.push(action);
    };
    const { url } = await startLocalService({ operator: { ...sampleOperator, act } });
    const page = await open(`${url}/operator`);
    const press = async (name: RegExp | string) => {
      const before = asked.length;
      await page.getByRole('button', { name }).first().click();
      await expect.poll(() => asked.length).toBe(before + 1);
    };
    await press('Poll now: Top stories');
    await press('Send again: asia');
    await press('Cancel: asia');
    await press('Pause: asia');
    await press(/^Resume: /);
    await press('Resume all suspended');
    await page.getByText('It takes effect within a minute').waitFor();
    expect(asked).toEqual([
      { do: 'poll', id: 'rss-en-top' },
      { do: 'retry', id: 'delivery-1' },
      { do: 'drop', id: 'delivery-1' },
      { do: 'pause', id: 2 },
      { do: 'resume', id: 1 },
      { do: 'resumeAll' },
    ]);
    await page.getByRole('button', { name: 'Send again: asia' }).nth(1).click();
    await page.getByText('delivery-2 has already been sent').waitFor();
  });

  it('finds the feeds of a site, adds one, edits a topic, and keeps what was typed where that fails', async () => {
    const asked: unknown[] = [];
    const done = { kind: 'reloaded', added: [], removed: [], needRestart: [] } as const;
    const note = async (one: object) => {
      asked.push(one);
      return done;
    };
    const feeds: NonNullable<(typeof sampleOperator)['feeds']> = {
      async find(address) {
        if (address.includes('nothing')) throw new UserError(({ errors }) => errors.noFeedsThere(address));
        return [
          { url: 'https://paper.example/world.xml', title: 'World <b>News</b>', language: 'en', entries: 12 },
          { url: 'https://paper.example/asia.xml', title: 'Asia', entries: 3 },
        ];
      },
      add: note,
      async edit(feed) {
        if (feed.language === 'Klingonish')
          throw new UserError(({ errors }) => errors.unknownLanguage(feed.language), { field: 'language' });
        return note(feed);
      },
      remove: (id) => note({ removed: id }),
      saveTopic: async (topic) => {
        if (topic.id === 'No') throw new UserError('use lower-case letters');
        return note(topic);
      },
      reload: async () => ({ kind: 'kept', problems: ['kurzwelle.yaml: line 4: wrong: unknown setting'] }),
    };
    const { url } = await startLocalService({ operator: { ...sampleOperator, feeds } });
    const page = await open(`${url}/operator`);
    await page.getByLabel('Add a feed').fill('nothing.example');
    await page.getByRole('button', { name: 'Find feeds' }).click();
    await page.getByText('No feed found at nothing.example').waitFor();
    await page.getByLabel('Add a feed').fill('paper.example');
    await page.getByRole('button', { name: 'Find feeds' }).click();
    await page.getByRole('table', { name: 'Feeds of the site' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add: Asia' }).click();
    const form = page.getByRole('dialog', { name: 'Add a feed' });
    // Where the site does not say its language, nobody guesses one.
    expect(await form.getByLabel('Language').inputValue()).toBe('');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add: World <b>News</b>' }).click();
    expect(await form.getByLabel('Language').inputValue()).toBe('en');
    expect(await barriers(page)).toEqual([]);
    await form.getByLabel('Topics').fill('world, asia');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByText('reloaded from the configuration file').first().waitFor();
    await page.getByRole('button', { name: 'Reload configuration' }).click();
    await page.getByText('line 4: wrong: unknown setting').waitFor();

    await page.getByRole('button', { name: 'Edit: Asia' }).click();
    const list = page.getByLabel('Words for it');
    expect(await list.inputValue()).toBe('far east');
    await list.fill('far east, fernost');
    await page.getByRole('button', { name: 'Save topic' }).click();
    await expect.poll(() => asked.length).toBe(2);
    await page.getByLabel('ID', { exact: true }).fill('No');
    await page.getByRole('button', { name: 'Save topic' }).click();
    await page.getByText('use lower-case letters').waitFor();
    expect(await page.getByLabel('ID', { exact: true }).inputValue()).toBe('No');
    await page.getByRole('button', { name: 'Remove: Asia' }).click();
    await expect.poll(() => asked.length).toBe(3);
    expect(asked).toEqual([
      { url: 'https://paper.example/world.xml', title: 'World <b>News</b>', language: 'en', topics: ['world', 'asia'] },
      { id: 'asia', name: 'Asia', words: ['far east', 'fernost'] },
      { id: 'asia', words: [] },
    ]);

    const feedsTable = page.getByRole('table', { name: 'Feeds', exact: true });
    await feedsTable.getByRole('button', { name: 'Edit: Top stories' }).click();
    const edited = page.getByRole('dialog', { name: 'Edit a feed' });
    await edited.getByLabel('Language').fill('Klingonish');
    await edited.getByRole('button', { name: 'Save' }).click();
    await edited.getByText('Unknown language "Klingonish"').waitFor();
    expect(await edited.getByLabel('Name').inputValue()).toBe('Top stories');
    await edited.getByLabel('Language').fill('German');
    await edited.getByRole('button', { name: 'Save' }).click();
    await edited.waitFor({ state: 'detached' });
    await feedsTable.getByRole('button', { name: 'Remove: Top stories' }).click();
    const sure = page.getByRole('dialog', { name: 'Stop reading: Top stories' });
    await sure.getByText('Its articles stay in the archive').waitFor();
    expect(await barriers(page)).toEqual([]);
    await sure.getByRole('button', { name: 'Cancel' }).click();
    expect(asked).toHaveLength(4);
    await feedsTable.getByRole('button', { name: 'Remove: Top stories' }).click();
    await sure.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => asked.length).toBe(5);
    expect(asked.slice(3)).toEqual([
      { id: 'rss-en-top', name: 'Top stories', language: 'German', topics: ['world'] },
      { removed: 'rss-en-top' },
    ]);
    // What the bundled catalog says of its feeds stays as it is there.
    expect(await feedsTable.getByRole('button', { name: /^Edit: Alles/u }).count()).toBe(0);
  });

  it('tells the truth of a running service, and searches its archive', async () => {
    const { url, clock, outbox, newsroom } = await startLiveNewsroom();
    const channel = { platform: 'local', workspaceId: 'local', channelId: 'asia-desk' } as const;
    const caller = { channel, userId: 'u', userName: 'U', mayManage: true, locale: 'en' };
    await newsroom.services.subscriptions.add(caller, { interest: 'asia', times: '08:00', zone: 'Asia/Seoul' });
    clock.set('2022-07-18T23:00:00Z');
    await outbox.tick();
    const page = await open(`${url}/operator`);
    const rows = (table: string) => page.getByRole('table', { name: table }).getByRole('row');

    expect(await rows('Feeds').nth(1).innerText()).toMatch(/All\s+healthy\s+2 hours ago/);
    expect(await rows('Outbox').nth(1).innerText()).toMatch(/#asia-desk\s+now\s+asia\s+sent\s+0\s+now/);
    expect(await rows('Subscriptions').nth(1).innerText()).toMatch(
      /#asia-desk[\s\S]*active\s+now\s+(?:tomorrow|in 1 day)/,
    );
    expect(await rows('Stories from the last 24 hours').count()).toBeGreaterThan(3);
    await page.getByRole('searchbox').fill('Park Jin');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => page.locator('#found').innerText()).toContain('Park Jin');
    expect(await barriers(page)).toEqual([]);
  });
});
