import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { pollDocument } from './poll-document.ts';

/**
 * A feed's server for a thread of its own, whose CPU is not the poller's: `/unchanged` answers "not modified", `/changed` is another
 * document of the same entries each time. Posts its port.
 */
let version = 0;
const server = createServer(({ url = '', headers }, response) => {
  if (url === '/unchanged' && headers['if-none-match'] === '"1"') return response.writeHead(304).end();
  if (url === '/robots.txt') return response.writeHead(404).end();
  response.setHeader('etag', url === '/unchanged' ? '"1"' : `"${version++}"`);
  return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(pollDocument(version));
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
