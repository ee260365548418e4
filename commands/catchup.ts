import { parseSince } from '../src/subscriptions/parse-day.ts';
import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

const words = en.commands.catchup;

export const catchup = defineCommand({
  name: 'catchup',
  description: words.description,
  example: 'catchup since:3d',
  shareable: true,
  options: { since: { description: words.since, completes: 'since' } },
  async run({ since }, { caller, services, say }) {
    const { zone } = await services.settings.of(caller.channel);
    const from = since ? parseSince(since, services.now(), zone) : undefined;
    return services.briefings.catchUp(caller, from, say.locale);
  },
});
