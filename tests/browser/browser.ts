import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { debianChromium } from './debian-chromium.ts';

const patienceMs = 30_000;

export const phone = { viewport: { width: 360, height: 640 }, hasTouch: true } as const;
export const dark = { colorScheme: 'dark' } as const;

/** `restarts`: the server goes away for a while, which the browser's console mentions. */
export type OpenPage = (address: string, options?: BrowserContextOptions & { restarts?: boolean }) => Promise<Page>;

/** One for all files of a test process, and gone with it. Each test has a context of its own, without cookies or cache of the others. */
let browser: Promise<Browser> | undefined;

/** Tests in a real browser: Debian's chromium, headless. `open` fails the test on a script error or a request to another host. */
export function describeInBrowser(name: string, define: (open: OpenPage) => void): void {
  describe.skipIf(!existsSync(debianChromium.executablePath))(name, () => {
    define(async (address, { restarts = false, ...options } = {}) => {
      browser ??= chromium.launch(debianChromium);
      const context = await (await browser).newContext({ locale: 'en-GB', timezoneId: 'Asia/Seoul', ...options });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      const trouble = watchFor(page, { origin: new URL(address).origin, restarts });
      onTestFinished(async () => {
        await context.close();
        expect(trouble).toEqual([]);
      });
      await page.goto(address);
      return page;
    });
  });
}

function watchFor(
  page: Page,
  { origin, restarts }: { readonly origin: string; readonly restarts: boolean },
): readonly string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    // The browser itself writes one for every line that the server did not understand.
    const expected = restarts
      ? /status of (?:422|50[0-4])|ERR_(?:CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET)/u
      : /status of 422/u;
    if (message.type() === 'error' && !expected.test(message.text())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || request.url().startsWith('data:');
    if (!isOwn) trouble.push(`asked ${request.url()}`);
  });
  return trouble;
}

/** What axe finds that keeps people from using the page, or everything it objects to, in a line each. https://github.com/dequelabs/axe-core */
export async function barriers(page: Page, which: 'serious' | 'of any impact' = 'serious'): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const run = `axe.run(document, { resultTypes: ['violations', 'incomplete'] })`;
  const { violations, incomplete } = (await page.evaluate(run)) as axe.AxeResults;
  // Text in the color of its ground is only "incomplete" to axe, which takes it for hidden on purpose.
  const invisible = incomplete.flatMap(({ nodes, ...result }) => ({
    ...result,
    nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  return [...violations, ...invisible]
    .filter(({ impact }) => which === 'of any impact' || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`));
}

/** How many pixels the document is wider than the screen. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}
