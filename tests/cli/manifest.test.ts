import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { manifest } from '../../src/cli/manifest.ts';
import { UserError } from '../../src/user-error.ts';

it('describes an app for Socket Mode, with every command in the hint', () => {
  const app = parse(manifest({}, {}));
  expect(app.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(JSON.stringify(app)).not.toContain('request_url');
  const [slash] = app.features.slash_commands;
  expect(slash.command).toBe('/dw');
  for (const { name } of commands) expect(slash.usage_hint).toContain(name);
});

it('asks for a scope for every event it listens to, and for nothing of users or files', () => {
  const { oauth_config: oauth, settings } = parse(manifest({}, {}));
  const needs: Record<string, string> = { channel: 'channels:read', group: 'groups:read', message: 'im:history' };
  for (const event of settings.event_subscriptions.bot_events as string[]) {
    const scope = event === 'app_mention' ? 'app_mentions:read' : needs[event.split(/[._]/u)[0] ?? ''];
    if (scope !== undefined) expect(oauth.scopes.bot).toContain(scope);
  }
  expect(oauth.scopes.bot.join()).not.toMatch(/admin|users|files|:write\.customize|reactions/u);
});

it('describes the same app for an https address, also as JSON', () => {
  const app = JSON.parse(manifest({ json: true, http: 'https://news.example/base' }, {}));
  const url = 'https://news.example/base/slack/events';
  expect(app.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { request_url: url, message_menu_options_url: url },
  });
  expect(app.features.slash_commands[0].url).toBe(url);
});

it.each(['http://news.example', 'news.example', ''])('refuses the address "%s", which Slack would not call', (http) => {
  expect(() => manifest({ http }, {})).toThrow(UserError);
});
