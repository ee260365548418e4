import type { BriefingLength } from '../src/briefings/briefing.ts';
import { parseLanguage } from '../src/subscriptions/parse-language.ts';
import { parseSince } from '../src/subscriptions/since.ts';
import { defineCommand } from './define-command.ts';

export const lengthChoices = [
  { label: 'headlines only', value: 'headlines' },
  { label: 'short: one sentence a story', value: 'short' },
  { label: 'normal: two or three', value: 'normal' },
  { label: 'long: up to five', value: 'long' },
] as const;

export const brief = defineCommand({
  name: 'brief',
  description: 'A briefing now, for you',
  example: 'brief asia since:2d',
  shareable: true,
  options: {
    interest: { description: 'Topic or words; everything if left out', completes: 'interest' },
    since: { description: 'How far back: 24h, 3d, 2026-05-01; default 24h', completes: 'since' },
    length: { description: 'How much of each story', choices: lengthChoices },
    language: { description: "Language of the articles; default the channel's", completes: 'language' },
  },
  async run({ interest, since, length, language }, { asker, services }) {
    const settings = await services.settings.of(asker.channel);
    return services.briefings.briefNow({
      interest: interest ?? 'everything',
      since: parseSince(since ?? '24h', services.now(), settings.zone),
      length: (length ?? 'normal') as BriefingLength,
      language: language ? parseLanguage(language) : settings.language,
      zone: settings.zone,
    });
  },
});
