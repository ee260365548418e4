#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// The second start finds its modules compiled, this one's too: plain JavaScript, so that what strips types is not loaded for it alone,
// 13 MB. Where the cache cannot be written, nothing changes.
enableCompileCache();
await import('./index.ts');
