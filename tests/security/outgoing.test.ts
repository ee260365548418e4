import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Packages, modules and globals that reach other machines, or run other programs that could. */
const ways: Readonly<Record<string, RegExp>> = {
  'an HTTP client': /from '(?:undici|axios|got|ky|node-fetch|ofetch|superagent|request)'/u,
  'a module of Node for the network': /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/\w+)?'/u,
  'a socket': /from '(?:ws|socket\.io-client)'|(?<![.\w'])new (?:WebSocket|EventSource|XMLHttpRequest)\b/u,
  'the global fetch': /(?<![.\w'])(?:globalThis\.)?fetch\(/u,
  'another program': /from '(?:node:)?child_process'/u,
  'code made at run time': /(?<![.\w'])(?:eval\(|new Function\()/u,
};

/** Where each is used, and why that is right. Addresses that come from outside are fetched by src/runtime/http.ts alone. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'src/runtime/http.ts': ['an HTTP client', 'the global fetch'],
  // Its fetch is for the configured OpenID provider, over connections of the guard.
  'src/runtime/http-guard.ts': ['an HTTP client', 'a module of Node for the network', 'the global fetch'],
  // The configured provider's host alone, through the same guard.
  'src/models/open-model.ts': ['an HTTP client'],
  // A server on this machine, before anything is configured.
  'src/services/setup/find-model.ts': ['the global fetch'],
  // Addresses that Slack gives in answers to our token and in requests whose signature was checked; redirects are refused.
  'src/chat/slack/upload-pictures.ts': ['the global fetch'],
  'src/chat/slack/response-url.ts': ['the global fetch'],
  // Listening, and the form of an address.
  'src/chat/slack/install-pages.ts': ['a module of Node for the network'],
  'src/chat/local/server.ts': ['a module of Node for the network'],
  'src/chat/local/guard-requests.ts': ['a module of Node for the network'],
  'src/cli/demo/sample-edition/sample-server.ts': ['a module of Node for the network'],
  'src/cli/doctor/check-machine.ts': ['a module of Node for the network'],
  // Node itself, with a file of ours and no shell.
  'src/cli/doctor/check-database.ts': ['another program'],
};

/** Platform SDKs and database drivers connect by themselves, to what the operator configured: tests/import-rules.test.ts keeps them at home. */
const files = globSync(['src/**/*.ts', 'commands/**/*.ts']).map((file) => file.replaceAll('\\', '/'));

/** Code without comments: they may tell of fetch(). Types that are imported reach nothing. */
function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/^\s*\/\/.*$/gmu, '')
    .replaceAll(/^import type [^;]*;/gmu, '');
}

function waysIn(text: string): readonly string[] {
  const code = codeOf(text);
  return Object.entries(ways).flatMap(([way, pattern]) => (pattern.test(code) ? [way] : []));
}

test('other machines are reached only from the files that may', () => {
  expect(files.length).toBeGreaterThan(100);
  const found = Object.fromEntries(
    files.flatMap((file) => {
      const used = waysIn(readFileSync(file, 'utf8'));
      return used.length > 0 ? [[file, used]] : [];
    }),
  );
  expect(found, 'go through src/runtime/http.ts, or say here why not').toEqual(homes);
});

test.each([
  ["import { fetch } from 'undici';", 'an HTTP client'],
  ["import { request } from 'node:https';", 'a module of Node for the network'],
  ["import { lookup } from 'node:dns/promises';", 'a module of Node for the network'],
  ["const page = await fetch('https://news.example');", 'the global fetch'],
  ['const page = await globalThis.fetch(url);', 'the global fetch'],
  ['const socket = new WebSocket(url);', 'a socket'],
  ["import { exec } from 'child_process';", 'another program'],
  ['return new Function(code)();', 'code made at run time'],
])('%s is seen', (line, way) => {
  expect(waysIn(line)).toEqual([way]);
});

test.each([
  "import type { Server } from 'node:http';",
  '// fetch( is told of',
  'await http.fetch(url);',
  'await prefetch(url);',
])('%s is nothing', (line) => {
  expect(waysIn(line)).toEqual([]);
});

test('the page asks nobody but the server that it came from', () => {
  const pages = globSync('src/chat/local/page/*.{js,html,css}');
  expect(pages.length).toBeGreaterThan(1);
  const addresses = pages.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:fetch\(|EventSource\(|src=|href=|url\(|import\s)\s*['"`]?(?:https?:)?\/\/[^'"`\s)]+/gu,
    ),
  ]);
  expect(addresses.map(([match]) => match)).toEqual([]);
});
