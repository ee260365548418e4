import type { BriefingLength } from '../src/briefings/briefing.ts';
import { withPresets } from '../src/subscriptions/interest-spelling.ts';
import { parseWindow } from '../src/subscriptions/parse-day.ts';
import { parseLanguage } from '../src/subscriptions/parse-language.ts';
import { en } from '../src/wording/en/index.ts';
import { defineCommand } from './define-command.ts';

const { brief: words, shared, choices } = en.commands;

export const lengthChoices = [
  { label: choices.headlines, value: 'headlines' },
  { label: choices.short, value: 'short' },
  { label: choices.normal, value: 'normal' },
  { label: choices.long, value: 'long' },
] as const;

export const brief = defineCommand({
  name: 'brief',
  description: words.description,
  example: 'brief asia since:2d',
  anywhere: true,
  shareable: true,
  options: {
    interest: { description: words.interest, completes: 'interest' },
    since: { description: words.since, completes: 'since' },
    until: { description: words.until, completes: 'since' },
    without: { description: shared.without, completes: 'without' },
    length: { description: shared.length, choices: lengthChoices },
    as: { description: words.as, choices: [{ label: choices.week, value: 'week' }] },
    language: { description: shared.language, completes: 'language' },
  },
  async run({ interest, since, until, without, length, as, language }, { caller, services, say }) {
    const settings = await services.settings.of(caller.channel);
    return services.briefings.briefNow({
      interest: withPresets(interest ?? 'everything', without),
      ...parseWindow({ since, until, as }, services.now(), settings.zone),
      length: (length ?? 'normal') as BriefingLength,
      ...(as === 'week' && { as }),
      language: language ? parseLanguage(language) : settings.language,
      zone: settings.zone,
      reader: say.locale,
      caller,
    });
  },
});
