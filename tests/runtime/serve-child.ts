import { serve } from '../../src/cli/serve.ts';

/** The service as an operator runs it, but that it may read the test's own servers: `serve-child.ts <host:port> [Discord's address]`. */
const [host = '', discordApi] = process.argv.slice(2);
await serve(process.env, { allowPrivateHosts: [host], ...(discordApi === undefined ? {} : { discordApi }) });
