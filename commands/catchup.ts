import { parseSince } from '../src/subscriptions/since.ts';
import { defineCommand } from './define-command.ts';

export const catchup = defineCommand({
  name: 'catchup',
  description: 'What this channel missed since its last briefing, for you',
  example: 'catchup since:3d',
  shareable: true,
  options: {
    since: {
      description: 'Everything since then: 24h, 3d, monday; default: what it was not told yet',
      completes: 'since',
    },
  },
  async run({ since }, { asker, services }) {
    const { zone } = await services.settings.of(asker.channel);
    return services.briefings.catchUp(asker, since ? parseSince(since, services.now(), zone) : undefined);
  },
});
