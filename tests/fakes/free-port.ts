import { createServer } from 'node:http';

/** Below those that systems give to connections they open themselves: one of those could take the port before its server does. */
const [first, last] = [10_000, 32_000] as const;

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = first + Math.floor(Math.random() * (last - first));
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
