#!/usr/bin/env node
import module from 'node:module';

// Not by `engines`, of which npm only warns, and nobody who calls node by hand.
if (Number.parseInt(process.versions.node, 10) < 26) {
  console.error(
    `Kurzwelle needs Node 26, this is ${process.versions.node}. npm ci has brought the right one: call it by npm run kurzwelle -- ...`,
  );
  process.exit(2);
}
// The second start finds its modules compiled, this one's too: plain JavaScript, so that what strips types is not loaded for it alone,
// 13 MB. Where the cache cannot be written, nothing changes.
module.enableCompileCache();
const { start } = await import('./index.ts');
await start();
