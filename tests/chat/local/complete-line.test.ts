import { describe, expect, it } from 'vitest';
import { completeLine } from '../../../src/chat/local/complete-line.ts';
import type { CommandSyntax } from '../../../src/chat/parse-command-line.ts';

const commands: readonly CommandSyntax[] = [
  {
    name: 'who',
    description: 'Who is this?',
    example: 'who Mirela Danesh',
    options: { actor: { description: 'Name', required: true, completes: 'actor' } },
  },
  { name: 'why', description: 'Why this story?', example: 'why 1', options: {} },
  {
    name: 'subscribe',
    description: 'Send briefings',
    example: 'subscribe asia',
    options: {
      interest: { description: 'What to follow', required: true, completes: 'topic' },
      times: { description: 'Local times' },
      zone: { description: 'Time zone', completes: 'zone' },
      length: {
        description: 'How long',
        choices: [
          { label: 'Headlines', value: 'headlines' },
          { label: 'Short', value: 'short' },
        ],
      },
    },
  },
];

const known: Record<string, readonly string[]> = {
  actor: ['Mirela Danesh', 'Mirko Vale'],
  interest: ['asia', 'science'],
  zone: ['Asia/Seoul', 'A zone with spaces'],
};

/** The lines that would stand there after accepting each suggestion. */
async function accepted(line: string): Promise<readonly string[]> {
  const { from, items } = await completeLine(line, {
    commands,
    values: async ({ option, typed }) =>
      (known[option] ?? [])
        .filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()))
        .map((value) => ({ label: value, value })),
  });
  return items.map(({ text }) => line.slice(0, from) + text);
}

describe('suggests', () => {
  it.each([
    ['/', ['/who ', '/why ', '/subscribe ']],
    ['/wh', ['/who ', '/why ']],
    ['/SUB', ['/subscribe ']],
    ['/hwo', ['/who ']],
    ['who', []],
    ['/weather in', []],
    ['/who ', ['/who Mirela Danesh ', '/who Mirko Vale ']],
    ['/who mirela d', ['/who Mirela Danesh ']],
    ['/who Mirela Danesh ', []],
    ['/who actor:Mirk', ['/who actor:Mirko Vale ']],
    [
      '/subscribe ',
      ['/subscribe asia ', '/subscribe science ', '/subscribe times:', '/subscribe zone:', '/subscribe length:'],
    ],
    ['/subscribe asia ', ['/subscribe asia times:', '/subscribe asia zone:', '/subscribe asia length:']],
    ['/subscribe asia z', ['/subscribe asia zone:']],
    ['/subscribe asia --z', ['/subscribe asia zone:']],
    ['/subscribe asia zone:Asia', ['/subscribe asia zone:Asia/Seoul ']],
    ['/subscribe asia --zone Asia', ['/subscribe asia --zone Asia/Seoul ']],
    ['/subscribe asia zone:"A z', ['/subscribe asia zone:"A zone with spaces" ']],
    ['/subscribe asia zone:A zone w', ['/subscribe asia zone:"A zone with spaces" ']],
    [
      '/subscribe asia zone:Asia/Seoul ',
      ['/subscribe asia zone:Asia/Seoul times:', '/subscribe asia zone:Asia/Seoul length:'],
    ],
    ['/subscribe asia times:8 and 17 z', ['/subscribe asia times:8 and 17 zone:']],
    ['/subscribe length:sh', ['/subscribe length:short ']],
    ['/subscribe length: ', ['/subscribe length: headlines ', '/subscribe length: short ']],
    ['/subscribe times:08:00 as', ['/subscribe times:08:00 asia ']],
    ['/subscribe times: 08:00 as', ['/subscribe times: 08:00 asia ']],
  ])('for %j', async (line, expected) => {
    expect(await accepted(line)).toEqual(expected);
  });
});
