import type { Asker, ChannelRef } from '../chat/chat.ts';
import { UserError } from '../user-error.ts';
import { parseLanguage } from './parse-language.ts';
import { parseQuiet, type QuietHours } from './parse-quiet.ts';
import { parseZone } from './parse-zone.ts';

/** The settings of a channel: time zone and language of new subscriptions, quiet hours, and whether links are unfurled. */
export interface ChannelSettings {
  readonly zone: string;
  readonly language: string;
  /** The language is not set: the interface is in the user's. */
  readonly languageIsDefault?: boolean;
  readonly quiet?: QuietHours;
  /** Posted links to articles are summarized in a line. */
  readonly unfurls?: boolean;
}

/** Where settings of channels are kept. */
export interface ChannelStore {
  find(channel: ChannelRef): Promise<ChannelSettings | undefined>;
  save(channel: ChannelRef, settings: ChannelSettings, at: Temporal.Instant): Promise<void>;
}

/** What a person typed. */
export interface TypedSettings {
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly quiet?: string | undefined;
  readonly unfurl?: string | undefined;
}

export interface SettingsOptions {
  readonly store: ChannelStore;
  readonly defaults: { readonly zone: string };
  readonly now: () => Temporal.Instant;
}

/** Reads and changes the settings of channels; every mistake is a UserError that says what to write. */
export function createChannelSettings({ store, defaults, now }: SettingsOptions) {
  const of = async (channel: ChannelRef): Promise<ChannelSettings> =>
    (await store.find(channel)) ?? { zone: defaults.zone, language: 'en', languageIsDefault: true };
  return {
    of,

    async change({ channel, mayManage }: Asker, typed: TypedSettings): Promise<ChannelSettings> {
      if (!mayManage) throw new UserError(({ refusals }) => refusals.notManagerOfSettings);
      const present = await of(channel);
      const quiet = typed.quiet ? parseQuiet(typed.quiet) : present.quiet;
      const unfurls = typed.unfurl ? typed.unfurl === 'on' : present.unfurls;
      const settings = {
        zone: typed.zone ? parseZone(typed.zone) : present.zone,
        language: typed.language ? parseLanguage(typed.language) : present.language,
        ...(!typed.language && present.languageIsDefault ? { languageIsDefault: true } : {}),
        ...(quiet ? { quiet } : {}),
        ...(unfurls ? { unfurls } : {}),
      };
      await store.save(channel, settings, now());
      return settings;
    },
  };
}
