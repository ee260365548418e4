import { stringify } from 'yaml';
import { commands } from '../../../commands/index.ts';
import { slackManifest } from '../../chat/slack/manifest.ts';
import { loadConfig } from '../../config/config.ts';
import { UserError } from '../../user-error.ts';

export interface ManifestFlags {
  readonly json?: boolean;
  /** An address, or true for the configured one. */
  readonly http?: string | true;
}

/** `kurzwelle manifest`: the Slack app as YAML or JSON, to paste at https://api.slack.com/apps. */
export function manifest(flags: ManifestFlags, env: Readonly<Record<string, string | undefined>>): string {
  const { command: slashCommand, url: publicUrl, rotateTokens, ...features } = loadConfig(env).chat.slack;
  const app = slackManifest({
    slashCommand,
    commands,
    features,
    httpUrl: readHttpUrl(flags.http, publicUrl),
    ...(publicUrl !== undefined && { install: { publicUrl, rotateTokens } }),
  });
  return flags.json ? JSON.stringify(app, null, 2) : stringify(app).trimEnd();
}

function readHttpUrl(http: string | true | undefined, publicUrl: string | undefined): string | undefined {
  const address = http === true ? publicUrl : http;
  if (http === true && address === undefined)
    throw new UserError('Name the address: --http https://news.example, or set chat.slack.url in kurzwelle.yaml.');
  if (address !== undefined && !/^https:\/\//u.test(URL.parse(address)?.href ?? ''))
    throw new UserError(
      `Slack sends to https addresses only, not to "${address}"; use one such as https://news.example.`,
    );
  return address;
}
