import { connect } from 'node:net';
import { serve } from '../../src/main.ts';

/** The service as an operator runs it, but that it may read the test's own servers: `serve-child.ts <host:port> [Discord's address]`. */
const [host = '', discordApi] = process.argv.slice(2);
// Errors that nobody expects: one of a connection, one of our own.
process.on('SIGHUP', () => void connect(1, '127.0.0.1'));
process.on('SIGUSR2', () => {
  throw new Error('nobody expected this');
});
await serve(process.env, {
  allowPrivateHosts: [host],
  ...(discordApi === undefined ? {} : { discordApi }),
  // Reads as the service's own does, and hangs where a document says so.
  documentWorker: new URL('../fakes/obedient-worker.js', import.meta.url),
});
