import type { Caller } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import { context, heading, words } from '../src/chat/write.ts';
import type { ChannelSettings } from '../src/subscriptions/channel-settings.ts';
import { formatQuiet } from '../src/subscriptions/parse-quiet.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { nameOfLanguage } from '../src/wording/formats.ts';
import { wordingFor } from '../src/wording/wording-for.ts';
import { defineCommand } from './define-command.ts';
import { withUndo } from './line-steps.ts';

const { settings: described, choices } = en.commands;

export const settings = defineCommand({
  name: 'settings',
  description: described.description,
  example: 'settings zone:Seoul quiet:22:00-07:00',
  takesChannel: true,
  options: {
    zone: { description: described.zone, completes: 'zone' },
    language: { description: described.language, completes: 'language' },
    quiet: { description: described.quiet, completes: 'quiet' },
    unfurl: {
      description: described.unfurl,
      choices: [
        { label: choices.on, value: 'on' },
        { label: choices.off, value: 'off' },
      ],
    },
  },
  async run(typed, request) {
    const { caller, services, say } = request;
    if (typed.unfurl === 'on' && caller.readsLinks === false)
      throw new UserError(({ refusals }) => refusals.linksNotRead, { field: 'unfurl' });
    if (!Object.values(typed).some(Boolean))
      return settingsMessage(await services.settings.of(caller.channel), caller, say);
    const before = await services.settings.of(caller.channel);
    const changed = await services.settings.change(caller, typed);
    const reply = typed.language ? wordingFor(changed.language, caller.locale) : say;
    const undo = () => services.settings.restore(caller, before);
    return withUndo(settingsMessage(changed, caller, reply), undo, { ...request, say: reply });
  },
});

function settingsMessage(settings: ChannelSettings, { channel, isAlone }: Caller, say: Catalog): Message {
  const { zone, language, languageIsDefault, quiet, unfurls = false } = settings;
  const { settings: texts } = say.service;
  const hours = quiet ? formatQuiet(quiet) : texts.noQuiet;
  const name = nameOfLanguage(language, say);
  const title = isAlone ? texts.yours : texts.title;
  return {
    summary: `${title}${say.colon}${[zone, name, texts.quiet].join(say.comma)} ${hours}`,
    blocks: [
      heading(title),
      {
        kind: 'fields',
        fields: [
          { name: texts.zone, value: [words(zone)] },
          { name: texts.language, value: [words(languageIsDefault ? texts.notChosen(name) : name)] },
          { name: texts.quiet, value: [words(hours)] },
          { name: texts.links, value: [words(unfurls ? texts.told : texts.leftAlone)] },
        ],
      },
      // Slack has no silent messages.
      context(channel.platform === 'slack' ? texts.noteAloud : texts.note),
    ],
  };
}
