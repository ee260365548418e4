import { readSecret, variables } from '../config/environment.ts';
import { createRedact, type Redact } from '../runtime/redact.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Redacts every secret of the environment in a text, including those in files. An unreadable file contains none that we know. */
export function redactSecretsOf(env: Environment): Redact {
  return createRedact(variables.filter(({ isSecret }) => isSecret).flatMap(({ name }) => partsOf(name, env)));
}

function partsOf(name: string, env: Environment): readonly string[] {
  const value = secretOf(name, env);
  if (value === undefined) return [];
  // KURZWELLE_TOKEN_KEY may be several keys; of an address the password is a secret by itself.
  const password = URL.canParse(value) ? decodeURIComponent(new URL(value).password) : '';
  return [value, ...value.split(','), password].map((part) => part.trim());
}

function secretOf(name: string, env: Environment): string | undefined {
  try {
    return readSecret(name, env);
  } catch {
    return undefined;
  }
}
