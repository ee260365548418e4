import { writeFileSync } from 'node:fs';
import work from '../../src/ingest/document-worker.js';

/** A thread of the pool that does what its document says, and else what it does always. `hang` writes a file first. */
export default async function obey(order) {
  const [wanted, file] = new TextDecoder().decode(order.document.bytes).split(' ');
  if (wanted === 'hang') {
    if (file) writeFileSync(file, '');
    for (;;);
  }
  if (wanted === 'throw') throw new TypeError('no such thing');
  if (wanted === 'exit') process.exit(3);
  const kept = [];
  while (wanted === 'memory') kept.push({ number: kept.length, list: [kept.length] });
  return work(order);
}
