import { existsSync } from 'node:fs';

/** The one without windows takes a quarter of the CPU time for a new context; bench/README.md has the figures. */
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;

/** How Debian's Chromium is started for tests and pictures: headless, with requests to nobody but the page's own server. */
export const debianChromium = {
  executablePath: programs.find((path) => existsSync(path)) ?? programs[0],
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
