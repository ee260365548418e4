import { webApi } from '@slack/bolt';
import { reason, slackCodeReason } from '../../wording/reason.ts';
import { ChatError } from '../chat.ts';

type Kind = ChatError['kind'];

/** By Slack's error code. https://docs.slack.dev/reference/methods/chat.postMessage#errors lists them; others are `rejected`. */
const kinds: Readonly<Record<string, Kind>> = {
  channel_not_found: 'lost-channel',
  is_archived: 'lost-channel',
  user_not_found: 'lost-channel',
  message_not_found: 'lost-post',
  thread_not_found: 'lost-post',
  not_in_channel: 'missing-permission',
  missing_scope: 'missing-permission',
  access_denied: 'missing-permission',
  no_permission: 'missing-permission',
  restricted_action: 'missing-permission',
  restricted_action_read_only_channel: 'missing-permission',
  restricted_action_thread_only_channel: 'missing-permission',
  restricted_action_non_threadable_channel: 'missing-permission',
  restricted_action_thread_locked: 'missing-permission',
  posting_to_general_channel_denied: 'missing-permission',
  ekm_access_denied: 'missing-permission',
  messages_tab_disabled: 'missing-permission',
  token_revoked: 'lost-workspace',
  token_expired: 'lost-workspace',
  account_inactive: 'lost-workspace',
  invalid_auth: 'lost-workspace',
  not_authed: 'lost-workspace',
  team_access_not_granted: 'lost-workspace',
  team_not_found: 'lost-workspace',
  ratelimited: 'retryable',
  rate_limited: 'retryable',
  service_unavailable: 'retryable',
  team_added_to_org: 'retryable',
  org_login_required: 'retryable',
  // Both say that "some aspect of the operation" may have succeeded.
  fatal_error: 'ambiguous',
  internal_error: 'ambiguous',
  request_timeout: 'ambiguous',
};

/** The request never left: nothing can have been posted. */
const unsentCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** What a refusal of Slack means for what happens next. Decided on codes alone; the cause is kept for the log. */
export function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return askedToWait(error.retryAfter * 1_000, error);
  if (error instanceof webApi.WebAPIPlatformError) return platformError(error);
  if (error instanceof webApi.WebAPIHTTPError) {
    return new ChatError(`Slack answered with HTTP status ${error.statusCode}`, { kind: 'ambiguous', cause: error });
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const kind = unsentCodes.includes(codeOf(error.original)) ? 'retryable' : 'ambiguous';
    return new ChatError('Slack could not be reached', { kind, cause: error });
  }
  return new ChatError('The message could not be sent to Slack', { kind: 'rejected', cause: error });
}

/** What Slack, or we ourselves in its place, say to who asks too often. */
export function askedToWait(retryAfterMs: number, cause?: unknown): ChatError {
  const facts = { kind: 'retryable', retryAfterMs: Math.ceil(retryAfterMs), retryScope: 'workspace', cause } as const;
  return new ChatError('Slack asks to wait', facts);
}

/** Slack's own code of an error, such as `message_not_found`. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** The same for figures: few words, so that no text of an error becomes a label. */
export function outcomeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof ChatError) return 'held-back';
  if (error instanceof webApi.WebAPIHTTPError) return `http-${error.statusCode}`;
  return slackCode(error) ?? 'unreachable';
}

function platformError(error: webApi.WebAPIPlatformError): ChatError {
  const code = error.data.error;
  const kind = Object.hasOwn(kinds, code) ? (kinds[code] ?? 'rejected') : 'rejected';
  const { needed }: { readonly needed?: unknown; readonly error: string } = error.data;
  const scope = typeof needed === 'string' ? ` (needs the scope ${needed})` : '';
  const known = slackCodeReason(code);
  const why = reason('slackRefused', {
    why: typeof needed === 'string' ? reason('scopeNeeded', { code: known, scope: needed }) : known,
  });
  // The log has the code itself, which can be looked up.
  return new ChatError(`Slack refused: ${code}${scope}`, { kind, why, cause: error });
}

function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : codeOf(cause);
}
