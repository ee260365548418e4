import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';

/** A secret from the environment, or from the file that `<name>_FILE` names, as containers hand secrets over; undefined where neither is set. */
export function readSecret(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): string | undefined {
  const value = env[name]?.trim();
  if (value) return value;
  const path = env[`${name}_FILE`];
  if (!path) return undefined;
  try {
    return read(path).trim() || undefined;
  } catch (cause) {
    throw new ConfigError('environment', [
      `${name}_FILE names "${path}", which cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'}); check the path and its rights`,
    ]);
  }
}
