import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../commands/index.ts';
import { readSpokenLine } from '../../src/chat/parse-command-line.ts';
import { manifest } from '../../src/cli/verbs/register.ts';
import { UserError } from '../../src/user-error.ts';

it('describes an app for Socket Mode, with every command in the hint', () => {
  const app = parse(manifest({}, {}));
  expect(app.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(JSON.stringify(app)).not.toContain('request_url');
  const [slash] = app.features.slash_commands;
  expect(slash.command).toBe('/dw');
  for (const { name } of commands) expect(slash.usage_hint).toContain(name);
});

it('asks for a scope for every event it listens to, and for nothing that nobody switched on', () => {
  const { oauth_config: oauth, settings } = parse(manifest({}, {}));
  const needs: Record<string, string> = { channel: 'channels:read', group: 'groups:read', message: 'im:history' };
  for (const event of settings.event_subscriptions.bot_events as string[]) {
    const scope = event === 'app_mention' ? 'app_mentions:read' : needs[event.split(/[._]/u)[0] ?? ''];
    if (scope !== undefined) expect(oauth.scopes.bot).toContain(scope);
  }
  expect(oauth.scopes.bot.join()).not.toMatch(/admin|users:write|email|links|:write\.customize|reactions/u);
  expect(settings.event_subscriptions.bot_events).not.toContain('link_shared');
  expect(oauth.scopes.bot).toEqual(expect.arrayContaining(oauth.scopes.bot_optional));
  expect(oauth.scopes.bot_optional).toContain('channels:history');
  // Who may change a channel's subscriptions depends on these.
  expect(oauth.scopes.bot_optional).not.toEqual(expect.arrayContaining(['users:read']));
});

const configured = (slack: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'kurzwelle-manifest-')), 'kurzwelle.yaml');
  writeFileSync(path, `chat: { slack: ${slack} }`);
  return { KURZWELLE_CONFIG: path };
};

it('asks for what is switched on', () => {
  const app = parse(manifest({}, configured('{ pictures: false, unfurl: true, looks: true }')));
  const scopes = app.oauth_config.scopes.bot;
  expect(scopes).toEqual(expect.arrayContaining(['links:read', 'links:write', 'chat:write.customize']));
  expect(scopes).not.toContain('files:write');
  expect(app.features.unfurl_domains).toEqual(['dw.com']);
  expect(app.settings.event_subscriptions.bot_events).toContain('link_shared');
});

it('lets many workspaces and organizations install it, where an address for that is configured', () => {
  const env = configured('{ url: https://news.example/dw, rotateTokens: true }');
  const app = parse(manifest({ http: true }, env));
  expect(app.oauth_config.redirect_urls).toEqual(['https://news.example/dw/slack/oauth_redirect']);
  expect(app.settings).toMatchObject({ org_deploy_enabled: true, token_rotation_enabled: true });
  expect(Object.keys(app.functions)).toEqual(['brief', 'ask']);
  expect(app.settings.event_subscriptions.bot_events).toContain('function_executed');
  expect(parse(manifest({}, {}))).not.toHaveProperty('functions');
  expect(app.settings.event_subscriptions.request_url).toBe('https://news.example/dw/slack/events');
  expect(() => manifest({ http: true }, {})).toThrow('chat.slack.url');
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

it('is within the lengths that Slack gives a manifest', () => {
  // https://docs.slack.dev/reference/app-manifest
  const { display_information: display, features, settings } = parse(manifest({}, configured('{ unfurl: true }')));
  const most: readonly (readonly [number, readonly string[]])[] = [
    [35, [display.name]],
    [140, [display.description]],
    [4_000, [display.long_description]],
    [300, [features.agent_view.agent_description]],
    [80, [features.bot_user.display_name]],
    [24, features.shortcuts.map(({ name }: { name: string }) => name)],
    [255, features.shortcuts.map(({ callback_id: id }: { callback_id: string }) => id)],
    [150, features.shortcuts.map(({ description }: { description: string }) => description)],
    [32, [features.slash_commands[0].command]],
    [2_000, [features.slash_commands[0].description]],
    [1_000, [features.slash_commands[0].usage_hint]],
  ];
  for (const [length, texts] of most)
    for (const text of texts)
      expect({ text, isShort: text.length > 0 && text.length <= length }).toMatchObject({ isShort: true });
  expect(features.shortcuts.length).toBeLessThanOrEqual(10);
  expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  expect(features.unfurl_domains.length).toBeLessThanOrEqual(5);
  expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(100);
});

it('gives prompts that the bot understands', () => {
  const { features } = parse(manifest({}, {}));
  for (const { message } of features.agent_view.suggested_prompts as { message: string }[])
    expect(readSpokenLine(message, commands, {})).toMatchObject({ kind: 'call' });
});

it('gives a link that creates the same app with one click', () => {
  const link = new URL(manifest({ link: true }, {}));
  expect([link.origin, link.searchParams.get('new_app')]).toEqual(['https://api.slack.com', '1']);
  expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(parse(manifest({}, {})));
  // Browsers and servers stop between 8,000 and 16,000 characters.
  expect(link.href.length).toBeLessThan(8_000);
});
