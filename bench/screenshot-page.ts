/**
 * Takes the README's picture of the local page: starts the demo, shows a briefing as Slack would, completes a command.
 * `node bench/screenshot-page.ts [file]`; needs Debian's chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { debianChromium } from '../tests/browser/debian-chromium.ts';

const file = process.argv[2] ?? 'docs/local-page.png';

const demo = spawn(process.execPath, ['src/cli/kurzwelle.js', 'demo', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const browser = await chromium.launch(debianChromium);
  const page = await browser.newPage({
    viewport: { width: 1400, height: 860 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  await page.goto(await pageAddress());
  await page
    .getByRole('heading', { name: /News briefing/ })
    .last()
    .waitFor();
  await page.getByRole('radio', { name: 'As Slack' }).check();
  await page
    .locator('#preview')
    .getByRole('heading', { name: /News briefing/ })
    .waitFor();
  await page.locator('#line').pressSequentially('/who Park', { delay: 30 });
  await page.getByRole('option').first().waitFor();
  await page.screenshot({ path: file });
  await browser.close();
} finally {
  demo.kill('SIGTERM');
  await once(demo, 'exit');
}

async function pageAddress(): Promise<string> {
  let printed = '';
  for await (const chunk of demo.stdout) {
    printed += chunk;
    const address = /local page: (http:\S+)/.exec(printed)?.[1];
    if (address) return address;
  }
  throw new Error(`The demo ended without a page:\n${printed}`);
}
