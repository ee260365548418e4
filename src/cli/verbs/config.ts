import { stringify } from 'yaml';
import { loadConfig } from '../../config/config.ts';
import { configurationReference, configurationSchema } from '../../config/reference.ts';
import { printJson } from '../terminal-output.ts';

export interface ConfigFlags {
  readonly schema?: boolean;
  readonly reference?: boolean;
  readonly json?: boolean;
}

/** `kurzwelle config`: the effective configuration, defaults and environment included; or all settings. Without secrets. */
export function config(flags: ConfigFlags, env: Readonly<Record<string, string | undefined>>): void {
  if (flags.schema) printJson(configurationSchema());
  else if (flags.reference) process.stdout.write(configurationReference());
  else printInForce(env, flags.json ?? false);
}

function printInForce(env: Readonly<Record<string, string | undefined>>, json: boolean): void {
  const { topics: _bundled, feeds, server, ...settings } = loadConfig(env);
  const { list, ...pace } = feeds;
  // What is printed is pasted into reports of bugs: a hash is not a password, but can be guessed at.
  const users = server.auth.users.map((user) => ({ ...user, passwordHash: '(hidden)' }));
  const inForce = {
    ...settings,
    server: { ...server, auth: { ...server.auth, users } },
    feeds: { ...pace, list: list.map(({ id, url }) => ({ id, url })) },
  };
  if (json) printJson(inForce);
  else process.stdout.write(stringify(inForce));
}
