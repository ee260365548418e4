import type { Message } from '../src/chat/message.ts';
import { context, heading, words } from '../src/chat/write.ts';
import { languageName } from '../src/language/language-name.ts';
import type { ChannelSettings } from '../src/subscriptions/channel-settings.ts';
import { formatQuiet } from '../src/subscriptions/parse-quiet.ts';
import { defineCommand } from './define-command.ts';

export const settings = defineCommand({
  name: 'settings',
  description: "This channel's time zone, language, quiet hours and links; shows them, or changes what you give",
  example: 'settings zone:Seoul quiet:22:00-07:00',
  options: {
    zone: { description: 'City or IANA zone, for new subscriptions and quiet hours', completes: 'zone' },
    language: { description: 'Language of new subscriptions and of briefings asked for', completes: 'language' },
    quiet: {
      description: 'Such as 22:00-07:00, or off: what is due then comes on time, but silently',
      completes: 'quiet',
    },
    unfurl: {
      description: 'Whether links to articles that people post here are told in a line',
      choices: [
        { label: 'on', value: 'on' },
        { label: 'off', value: 'off' },
      ],
    },
  },
  async run(typed, { asker, services }) {
    const isChange = Object.values(typed).some(Boolean);
    return settingsMessage(
      await (isChange ? services.settings.change(asker, typed) : services.settings.of(asker.channel)),
    );
  },
});

function settingsMessage({ zone, language, quiet, unfurls = false }: ChannelSettings): Message {
  const hours = quiet ? formatQuiet(quiet) : 'none';
  return {
    summary: `Settings: ${zone}, ${languageName(language)}, quiet hours ${hours}`,
    blocks: [
      heading("This channel's settings"),
      {
        kind: 'fields',
        fields: [
          { name: 'Time zone', value: [words(zone)] },
          { name: 'Language', value: [words(languageName(language))] },
          { name: 'Quiet hours', value: [words(hours)] },
          { name: 'Posted links', value: [words(unfurls ? 'told in a line' : 'left alone')] },
        ],
      },
      context(
        'Zone and language are for new subscriptions; those there are keep theirs. In quiet hours a briefing comes at its time, ' +
          'without a sound where the platform can.',
      ),
    ],
  };
}
