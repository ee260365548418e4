import type { Caller, ChannelRef } from '../chat/chat.ts';
import { wholeServer } from '../text/whole-server.ts';
import { UserError } from '../user-error.ts';
import { parseLanguage } from './parse-language.ts';
import { parseQuiet, type QuietHours } from './parse-quiet.ts';
import { parseZoneByPrefix } from './parse-zone.ts';

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
  const unset: ChannelSettings = { zone: defaults.zone, language: 'en', languageIsDefault: true };
  const of = async (channel: ChannelRef): Promise<ChannelSettings> =>
    (await store.find(channel)) ?? (await ofServer(channel)) ?? unset;
  const ofServer = async (channel: ChannelRef): Promise<ChannelSettings | undefined> =>
    channel.workspaceId === noServer ? undefined : store.find(serverOf(channel));
  return {
    of,
    ofServer,
    defaults: unset,

    /** The settings of all channels of a server or workspace that have none of their own. Throws UserError where the caller does not manage it. */
    async changeServer({ channel, managesServer }: Caller, typed: TypedSettings): Promise<ChannelSettings> {
      if (managesServer !== true || channel.workspaceId === noServer)
        throw new UserError(({ overview }) => overview.onlyServerManagers);
      const present = await ofServer(channel);
      const settings = changed(present ?? unset, typed);
      await store.save(serverOf(channel), settings, now());
      return settings;
    },

    async change({ channel, mayManage }: Caller, typed: TypedSettings): Promise<ChannelSettings> {
      if (!mayManage) throw new UserError(({ refusals }) => refusals.notManagerOfSettings);
      const settings = changed(await of(channel), typed);
      await store.save(channel, settings, now());
      return settings;
    },

    /** Puts settings back as they were, of the channel or of its whole server. */
    async restore({ channel }: Caller, before: ChannelSettings, { isServer = false } = {}): Promise<void> {
      await store.save(isServer ? serverOf(channel) : channel, before, now());
    },
  };
}

/** Direct messages on Discord are of no server. */
const noServer = '@me';
const serverOf = (channel: ChannelRef): ChannelRef => ({ ...channel, channelId: wholeServer });

function changed(present: ChannelSettings, typed: TypedSettings): ChannelSettings {
  const quiet = typed.quiet ? parseQuiet(typed.quiet) : present.quiet;
  const unfurls = typed.unfurl ? typed.unfurl === 'on' : present.unfurls;
  return {
    zone: typed.zone ? parseZoneByPrefix(typed.zone) : present.zone,
    language: typed.language ? parseLanguage(typed.language) : present.language,
    ...(!typed.language && present.languageIsDefault ? { languageIsDefault: true } : {}),
    ...(quiet ? { quiet } : {}),
    ...(unfurls ? { unfurls } : {}),
  };
}
