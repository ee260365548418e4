import { expect, test } from 'vitest';
import { readStyle, type TypedStyle } from '../../src/subscriptions/parse-look.ts';

const discord = { platform: 'discord', workspaceId: '900000000000000001', channelId: '1' } as const;
const slack = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;

test.each<[TypedStyle, object]>([
  [{ mention: '<@&123456789012345678>' }, { mention: '123456789012345678' }],
  [{ mention: ' 123456789012345678 ', name: '' }, { mention: '123456789012345678' }],
  [{ name: 'Asia desk', color: '05B2FC' }, { look: { name: 'Asia desk', color: '#05b2fc' } }],
  [
    { color: '#abc', picture: 'https://example.org/a b.png' },
    { look: { pictureUrl: 'https://example.org/a%20b.png', color: '#aabbcc' } },
  ],
  [{ publish: 'off' }, { look: { publish: false } }],
  [{}, {}],
])('reads %j', (typed, expected) => {
  expect(readStyle(typed, discord)).toEqual(expected);
});

test('reads a user group of Slack as its clients paste it', () => {
  expect(readStyle({ mention: '<!subteam^S0614TZR7|@desk>' }, slack)).toEqual({ mention: 'S0614TZR7' });
});

test.each<[TypedStyle, string, string]>([
  [{ mention: '@everyone' }, 'mention', '"@everyone" isn\'t a role'],
  [{ mention: discord.workspaceId }, 'mention', "You can't mention everyone"],
  [{ mention: '<!here>' }, 'mention', "isn't a role"],
  [{ picture: 'http://example.org/a.png' }, 'picture', 'begins with https://'],
  [{ picture: 'https://user:word@example.org/a.png' }, 'picture', 'begins with https://'],
  [{ picture: 'javascript:alert(1)' }, 'picture', 'begins with https://'],
  [{ publish: 'maybe' }, 'publish', 'neither "on" nor "off"'],
  [{ color: 'blue' }, 'color', 'Use something like #05b2fc'],
  [{ name: 'a'.repeat(81) }, 'name', 'at most 80 characters'],
  [{ name: '@everyone' }, 'name', 'Avoid @'],
])('refuses %j', (typed, field, expected) => {
  expect(() => readStyle(typed, discord)).toThrow(
    expect.objectContaining({ field, message: expect.stringContaining(expected) }),
  );
});

test('knows no roles where there are none', () => {
  const local = { platform: 'local', workspaceId: 'w', channelId: 'c' } as const;
  expect(() => readStyle({ mention: '123456789012345678' }, local)).toThrow('no roles to mention here');
});
