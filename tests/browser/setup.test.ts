import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { everyCatalog } from '../../src/wording/wording-for.ts';
import { emptyFolder, runCli, startService } from '../cli/run-cli.ts';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../fakes/free-port.ts';
import { barriers, dark, describeInBrowser, phone, sidewaysPixels } from './browser.ts';

/** The service in an empty folder, without a configuration, as a newcomer starts it, once it asks to be set up. */
async function startFirstRun() {
  const cwd = emptyFolder();
  const service = startService(cwd, { KURZWELLE_PORT: String(await freePort()) });
  const url = await eventually(() => {
    expect(service.child.exitCode, service.log()).toBe(null);
    const [, address] = /Open (http:\S+\/setup)/u.exec(service.log()) ?? [];
    if (address === undefined) throw new Error(`It does not ask to be set up: ${service.log()}`);
    return address;
  });
  return { ...service, cwd, url };
}

const token = 'xoxb-1-secret';

describeInBrowser('the setup of a first start', (open) => {
  it('asks what init asks, writes the same files, and starts the service', async () => {
    const { cwd, url, log } = await startFirstRun();
    const page = await open(url, { restarts: true });
    await page.getByRole('checkbox', { name: /^German$/u }).check();
    await page.getByLabel('Time zone').fill('Atlantis');
    await page.getByLabel('Email address').fill('desk@news.example');
    await page.getByRole('checkbox', { name: /Slack/u }).check();
    await page.getByLabel('SLACK_BOT_TOKEN').fill('xapp-1');
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('alert').getByText('Unknown time zone "Atlantis"').waitFor();
    // What was typed is still there; the next mistake is said at its field.
    await page.getByLabel('Time zone').fill('Seoul');
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('alert').getByText('begin with xoxb-').waitFor();
    expect(await page.getByLabel('SLACK_BOT_TOKEN').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('SLACK_BOT_TOKEN').fill(token);
    await page.getByRole('button', { name: 'Save and start' }).click();

    await page.getByText('Kurzwelle is running.').waitFor();
    expect(await page.locator('#done').innerText()).toContain('SLACK_APP_TOKEN');
    await page.getByRole('link', { name: 'Open the local page' }).click();
    await page.getByRole('combobox', { name: 'Message or command' }).waitFor();

    const flags = [
      '--languages',
      'en,de',
      '--zone',
      'Asia/Seoul',
      '--contact',
      'desk@news.example',
      '--chats',
      'slack',
    ];
    const same = emptyFolder();
    await runCli(['init', '--yes', ...flags], { cwd: same, env: { SLACK_BOT_TOKEN: token } });
    const files = (folder: string) =>
      ['kurzwelle.yaml', '.env'].map((name) =>
        // The path of the schema is relative to the folder.
        readFileSync(join(folder, name), 'utf8').replace(/\$schema=\S+/u, ''),
      );
    expect(files(cwd)).toEqual(files(same));
    expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600);
    expect(log()).not.toContain(token);
  });

  it('goes straight to the page where nothing is left to do, and is not served again', async () => {
    const { cwd, url } = await startFirstRun();
    const page = await open(new URL('/', url).href, { restarts: true });
    expect(page.url()).toBe(url);
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('combobox', { name: 'Message or command' }).waitFor();
    await page.goto(url);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(readFileSync(join(cwd, 'kurzwelle.yaml'), 'utf8')).toContain('rss-en-top');
  });

  it('writes nothing where it is stopped instead', async () => {
    const { cwd, child, ended } = await startFirstRun();
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(() => statSync(join(cwd, 'kurzwelle.yaml'))).toThrow('ENOENT');
  });

  it('keeps nobody out, in any language, on a phone and in the dark', async () => {
    const { url } = await startFirstRun();
    const page = await open(url, { ...phone, ...dark });
    await page.getByRole('checkbox', { name: /Discord/u }).check();
    await page.getByLabel('DISCORD_TOKEN').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysPixels(page)).toBe(0);
    // Each language in the same browser, as its cookie tells: another one is refused.
    const storageState = await page.context().storageState();
    for (const { locale, dir, setup } of everyCatalog()) {
      const same = await open(url, { locale, storageState });
      await same.getByRole('heading', { level: 1, name: setup.setupTitle }).waitFor();
      await same.locator('#languages label').first().waitFor();
      expect(await same.locator('html').getAttribute('dir')).toBe(dir);
      expect(await same.locator('body').innerText()).not.toMatch(/undefined|\{\{/u);
    }
  });
});
