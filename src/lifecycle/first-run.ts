import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSetupServer } from '../chat/local/setup-server.ts';
import { loadConfig } from '../config/config.ts';
import { variables } from '../config/environment.ts';
import { isLoopback } from '../runtime/address-ranges.ts';
import { findModels } from '../services/setup/find-model.ts';
import { configurationPath, createSetup } from '../services/setup/set-up.ts';
import { explainListening } from './start-server.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether nobody has decided anything yet: no configuration file, no secret in the environment, no archive; and the server is reached from
 * this machine alone, so that a stranger cannot decide first.
 */
export function isFirstRun(env: Env): boolean {
  if (env.KURZWELLE_CONFIG !== undefined || existsSync(configurationPath(env))) return false;
  if (variables.some(({ name, isSecret }) => isSecret && (env[name] || env[`${name}_FILE`]))) return false;
  const { server, dataDir } = loadConfig(env);
  return isLoopback(server.host) && !existsSync(join(dataDir, 'kurzwelle.db'));
}

/**
 * On a first run serves the setup page until somebody has answered there, and gives the environment with the tokens that were entered;
 * otherwise gives the environment as it is. Undefined where a signal ended the wait. `say` prints a line for the operator.
 */
export async function setUpOnFirstRun(env: Env, say: (line: string) => void): Promise<Env | undefined> {
  if (!isFirstRun(env)) return env;
  const setup = createSetup(env, await findModels());
  const { host, port } = loadConfig(env).server;
  const server = await startSetupServer({ setup, host, port, onError: (error) => say(String(error)) }).catch(
    (error: unknown) => {
      throw explainListening(error, { host, port });
    },
  );
  const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
  const onSignal = () => stop(undefined);
  process.once('SIGTERM', onSignal).once('SIGINT', onSignal);
  say(`Kurzwelle is not set up yet. Open ${server.url}/setup in a browser, or stop it and run: kurzwelle init`);
  const saved = await Promise.race([server.saved, stopped]);
  process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
  await server.stop();
  return saved && { ...env, ...saved.choices.secrets };
}
