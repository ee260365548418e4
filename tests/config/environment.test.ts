import { expect, it } from 'vitest';
import { readSecret } from '../../src/config/environment.ts';

const file = (path: string): string => {
  if (path !== '/run/secrets/token') throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  return 'from the file\n';
};

it.each([
  ['the environment', { TOKEN: ' plain ' }, 'plain'],
  ['a file', { TOKEN_FILE: '/run/secrets/token' }, 'from the file'],
  ['the environment before a file', { TOKEN: 'plain', TOKEN_FILE: '/run/secrets/token' }, 'plain'],
  ['nowhere', { TOKEN: '' }, undefined],
])('reads a secret from %s', (_name, env, wanted) => {
  expect(readSecret('TOKEN', env, file)).toBe(wanted);
});

it('names variable and path of a file that cannot be read', () => {
  expect(() => readSecret('TOKEN', { TOKEN_FILE: '/gone' }, file)).toThrow(/"\/gone".*TOKEN_FILE.*ENOENT.*check/u);
});
