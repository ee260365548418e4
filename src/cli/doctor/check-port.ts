import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { lockHolder } from '../../storage/sqlite/lock-holder.ts';
import { type Finding, failure, ok } from './finding.ts';

/** Whether the built-in server will get its address; one that is ours already is taken by ourselves. */
export async function checkPort(
  { host, port }: { readonly host: string; readonly port: number },
  dataDir: string,
): Promise<readonly Finding[]> {
  const problem = await triedToListen(host, port);
  if (problem === undefined) return [ok(`${host}:${port} is free`)];
  const holder = existsSync(dataDir) ? lockHolder(dataDir) : undefined;
  if (problem === 'EADDRINUSE' && holder !== undefined)
    return [ok(`${host}:${port} is taken, by the running service (process ${holder}) it seems`)];
  return [
    failure(
      `${host}:${port} cannot be listened at (${problem})`,
      'choose another server.port or server.host, or end what has it',
    ),
  ];
}

function triedToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}
