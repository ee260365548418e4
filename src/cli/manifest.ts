import { stringify } from 'yaml';
import { commands } from '../../commands/index.ts';
import { slackManifest } from '../chat/slack/manifest.ts';
import { loadConfig } from '../config.ts';
import { UserError } from '../user-error.ts';

export interface ManifestFlags {
  readonly json?: boolean;
  readonly http?: string;
}

/** `kurzwelle manifest`: the Slack app as YAML or JSON, to paste at https://api.slack.com/apps. */
export function manifest({ json, http }: ManifestFlags, env: Readonly<Record<string, string | undefined>>): string {
  if (http !== undefined && !/^https:\/\//u.test(URL.parse(http)?.href ?? ''))
    throw new UserError(`Slack sends to https addresses only, not to "${http}"; use one such as https://news.example.`);
  const app = slackManifest({
    slashCommand: loadConfig(env).chat.slack.command,
    commands,
    ...(http !== undefined && { httpUrl: http }),
  });
  return json ? JSON.stringify(app, null, 2) : stringify(app).trimEnd();
}
