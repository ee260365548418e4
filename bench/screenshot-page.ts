/**
 * Takes the README's pictures: the demo's page with a briefing, beside it the same as Slack shows it, in the light and in the dark theme. `node bench/screenshot-page.ts [folder]` writes `local-page.png` and `local-page-dark.png`; needs Debian's chromium-headless-shell or chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from 'playwright-core';
import { debianChromium } from '../tests/browser/debian-chromium.ts';

const folder = process.argv[2] ?? 'docs';

const demo = spawn(process.execPath, ['src/cli/kurzwelle.js', 'demo', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await pageAddress();
  const browser = await chromium.launch(debianChromium);
  await takePicture(browser, address, { colorScheme: 'light', file: join(folder, 'local-page.png') });
  await takePicture(browser, address, { colorScheme: 'dark', file: join(folder, 'local-page-dark.png') });
  await browser.close();
} finally {
  demo.kill('SIGTERM');
  await once(demo, 'exit');
}

async function takePicture(
  browser: Browser,
  address: string,
  { colorScheme, file }: { readonly colorScheme: 'light' | 'dark'; readonly file: string },
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1400, height: 860 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    colorScheme,
  });
  await page.goto(address);
  const briefing = page.getByRole('heading', { name: /News briefing/ });
  await briefing.last().waitFor();
  await page.getByRole('radio', { name: 'As Slack' }).check();
  await page
    .locator('#preview')
    .getByRole('heading', { name: /News briefing/ })
    .waitFor();

  await page.screenshot({ path: file });
  await page.close();
}

/** Reads on after the address, so that the demo can go on printing. */
function pageAddress(): Promise<string> {
  return new Promise((found, failed) => {
    createInterface(demo.stdout).on('line', (line) => {
      const address = /local page: (http:\S+)/.exec(line)?.[1];
      if (address) found(address);
    });
    demo.once('exit', () => failed(new Error('The demo ended without a page.')));
  });
}
