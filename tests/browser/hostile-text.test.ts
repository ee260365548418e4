import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Form } from '../../src/chat/message.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { hostile } from '../chat/local/sample-messages.ts';
import { commands, saying } from '../chat/local/sample-service.ts';
import { createMemorySessions } from '../fakes/memory-sessions.ts';
import { describeInBrowser } from './browser.ts';

const attack = '"><img src=x onerror="document.title=\'owned\'"><script>document.title = "owned"</script>';
const form: Form = {
  action: attack,
  reference: attack,
  title: attack,
  submitLabel: attack,
  fields: [
    { name: 'typed', label: attack, hint: attack, value: attack, completes: { command: 'who', option: 'actor' } },
    { name: attack, label: 'Chosen', choices: [{ label: attack, value: attack, description: attack }] },
  ],
};

/** A proxy that lets somebody choose such a name. */
const nameByProxy = {
  trustProxy: ['127.0.0.1'],
  login: {
    users: [],
    header: 'Remote-User',
    operators: [],
    ...{ sessions: createMemorySessions(), clock: systemClock },
  },
};

/** Nothing of the attack became an element, an address or a title. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.locator('body').locator('script, iframe, object, img:not(.chart)').count()).toBe(0);
  expect(await page.title()).toBe('newsroom \u00B7 Kurzwelle');
  const addresses = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses.filter((address) => !/^(?:https:\/\/|#|\/operator$)/u.test(address ?? ''))).toEqual([]);
}

describeInBrowser('text that attacks', (open) => {
  async function start() {
    const service = await startLocalService({
      commands: [...commands, { name: 'attack', description: attack, example: attack, options: {} }],
      ...nameByProxy,
    });
    const { chat, handlers } = service;
    await chat.start({
      ...handlers,
      complete: async () => [{ label: attack, value: attack }],
      onCommand: (call, responder) =>
        call.command === 'attack' ? responder.openForm(form) : handlers.onCommand(call, responder),
    });
    const page = await open(`${service.url}/#newsroom`, { extraHTTPHeaders: { 'Remote-User': attack } });
    await page.getByText('Nothing here yet').waitFor();
    return { ...service, page, line: page.locator('#line') };
  }

  it('does nothing in names, descriptions, suggestions and questions', async () => {
    const { page, line, chat } = await start();
    await expectHarmless(page);
    await line.pressSequentially('/att');
    await page.getByRole('option').getByText('onerror').waitFor();
    await expectHarmless(page);
    await line.fill('');
    await line.pressSequentially('/who ');
    await page.getByRole('option').getByText('onerror').waitFor();
    await expectHarmless(page);
    await chat.post(newsroom, saying('Answered.'), { asked: { by: attack, line: attack } });
    await page.locator('.asked').getByText('onerror').last().waitFor();
    await expectHarmless(page);
  });

  it('does nothing in a form, and comes back from it as it was', async () => {
    const { page, line, handlers } = await start();
    await line.fill('/attack');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: attack });
    await dialog.waitFor();
    await dialog.locator('input').focus();
    await page.locator('datalist option').first().waitFor({ state: 'attached' });
    await dialog.locator('select').selectOption({ index: 1 });
    await expectHarmless(page);
    await dialog.getByRole('button', { name: attack }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(handlers.calls.at(-1)).toMatchObject({
      action: attack,
      reference: attack,
      answers: { typed: attack, [attack]: attack },
    });
  });

  it('does nothing in errors of the server', async () => {
    const { page, line } = await start();
    await line.fill(`/${attack}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('<img').waitFor();
    await expectHarmless(page);
  });

  it('does nothing in posts, and is announced as words', async () => {
    const { page, chat } = await start();
    await chat.post(newsroom, { ...hostile, summary: attack });
    await page.getByRole('article').waitFor();
    await expect.poll(() => page.locator('#announcer').textContent()).toBe(attack);
    await expectHarmless(page);
  });
});
