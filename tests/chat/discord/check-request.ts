import type { FakeRequest } from '../../fakes/fake-discord-routes.ts';
import { createRouteCheck, createSchemaCheck, hasDiscordSchema } from './discord-schema.ts';
import { type Payload, payloadProblems } from './payload-problems.ts';

type Check = (schema: string, body: unknown) => readonly string[];
let shared: Check | undefined;
let routes: ReturnType<typeof createRouteCheck> | undefined;

/** What Discord would refuse of a request: by its own document where it lies beside the project, and by what that does not say. */
export function checkRequest(request: FakeRequest): readonly string[] {
  if (hasDiscordSchema) routes ??= createRouteCheck();
  return [...(routes?.(request) ?? []), ...bodyProblems(request)];
}

function bodyProblems({ method, path, body, files }: FakeRequest): readonly string[] {
  if (hasDiscordSchema) shared ??= createSchemaCheck();
  const check: Check = shared ?? (() => []);
  const callback = /\/callback$/.test(path);
  const message = messageIn(path, body);
  if (method === 'PUT' && /\/commands$/.test(path))
    return (body as unknown as object[]).flatMap((command) =>
      check('ApplicationCommandUpdateRequest', withPermissionsAsNumber(command)),
    );
  if (method !== 'POST' && method !== 'PATCH') return [];
  return [
    ...(message && !isBareFlags(message) ? payloadProblems(message) : []),
    ...(message?.attachments ?? []).flatMap(({ id }) => (files.has(`files[${id}]`) ? [] : [`files[${id}] is missing`])),
    ...(callback ? check(callbackSchema(body.type), body) : []),
    ...(/^\/channels\/\d+\/messages$/.test(path) ? check('MessageCreateRequest', body) : []),
    ...(method === 'PATCH' && /^\/channels\/\d+\/messages\/\d+$/.test(path)
      ? check('MessageEditRequestPartial', body)
      : []),
    ...(/^\/channels\/\d+\/threads$/.test(path) ? check('CreateForumThreadRequest', body) : []),
    ...(/^\/channels\/\d+\/messages\/\d+\/threads$/.test(path)
      ? check('CreateTextThreadWithMessageRequest', body)
      : []),
    ...(method === 'POST' && /^\/webhooks\//.test(path) ? check('IncomingWebhookRequestPartial', body) : []),
    ...(method === 'PATCH' && /^\/channels\/\d+$/.test(path) ? check('UpdateThreadRequestPartial', body) : []),
    ...(path === '/users/@me/channels' ? check('CreatePrivateChannelRequest', body) : []),
    ...(method === 'PATCH' && /^\/webhooks\//.test(path) ? check('IncomingWebhookUpdateRequestPartial', body) : []),
  ];
}

function messageIn(path: string, body: Record<string, unknown>): Payload | undefined {
  if (/\/callback$/.test(path)) return body.type === 4 || body.type === 7 ? (body.data as Payload) : undefined;
  if (/^\/channels\/\d+\/threads$/.test(path)) return body.message as Payload;
  // A webhook may open a forum's post with its message.
  if (/^\/webhooks\//.test(path)) return without(body, ['thread_name', 'applied_tags']);
  if (/^\/channels\/\d+\/messages(?:\/\d+)?$/.test(path)) return body as Payload;
  return undefined;
}

function without(body: Record<string, unknown>, keys: readonly string[]): Payload {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key))) as Payload;
}

/** A sign of waiting has flags alone. */
function isBareFlags(payload: Payload): boolean {
  return Object.keys(payload).every((key) => key === 'flags');
}

function callbackSchema(type: unknown): string {
  if (type === 4 || type === 5) return 'CreateMessageInteractionCallbackRequest';
  if (type === 6 || type === 7) return 'UpdateMessageInteractionCallbackRequest';
  return type === 9 ? 'ModalInteractionCallbackRequest' : 'ApplicationCommandAutocompleteCallbackRequest';
}

/** Discord takes and gives permissions as a text of digits, of which its document says for commands alone that it is a number. */
function withPermissionsAsNumber(command: object): object {
  const { default_member_permissions: bits } = command as { default_member_permissions?: string };
  return bits === undefined ? command : { ...command, default_member_permissions: Number(bits) };
}
