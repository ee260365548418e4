import { expect, it } from 'vitest';
import { settings } from '../../commands/settings.ts';
import { en } from '../../src/wording/en/index.ts';

it('links are not promised to be summed up where they do not reach the bot', async () => {
  const channel = { platform: 'discord', workspaceId: 'w', channelId: 'c' } as const;
  const caller = { channel, userId: 'u', userName: 'U', mayManage: true, readsLinks: false, locale: 'en' };
  const unused = { caller, services: {} as never, say: en };
  const wish = { zone: undefined, language: undefined, quiet: undefined, unfurl: 'on' };

  await expect(settings.run(wish, unused)).rejects.toThrow(/chat\.discord\.reads: links/u);
});
