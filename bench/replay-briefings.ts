import { renderTerminal } from '../src/chat/local/render-terminal.ts';
import { replayEditions } from './lib/replay-editions.ts';

/**
 * The morning and evening briefings of a subscription with default settings over stored DW material, one after the other, for reading; what a
 * correction changed stands as it was changed. Run from the project root, best into a file outside of it:
 * node bench/replay-briefings.ts <from> <before> <language> <file of articles>... > briefings.txt
 */
const [from = '', before = '', language = '', ...files] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(before) || !language || files.length === 0)
  throw new Error('Give first day, day after the last, language and files: 2023-12-01 2024-01-01 en articles.jsonl.gz');
const messages = await replayEditions({ from, before, language, files, slots: ['06:00', '18:00'] });
for (const message of messages)
  console.log(`${renderTerminal(message, { width: 140, color: false })}\n${'='.repeat(140)}`);
