import { type AuthorizationError, type CodedError, ErrorCode } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { createResponseUrl } from './response-url.ts';
import type { SlackFigures } from './slack-figures.ts';
import { UnknownWorkspaceError } from './workspaces.ts';

const words =
  'Kurzwelle is not installed in your workspace, so it cannot answer you here. Ask who runs it in the workspace that this channel belongs to.';

/** What Bolt could not pass on. */
export interface Trouble {
  readonly error: CodedError;
  readonly body: unknown;
}

/** What came from Slack and could not be served: a request from where we are not installed is told why, where it can be. */
export async function refuse(
  { error, body }: Trouble,
  { figures, log }: { readonly figures: SlackFigures; readonly log: Log },
): Promise<void> {
  const stranger = error.code === ErrorCode.AuthorizationError ? (error as AuthorizationError).original : undefined;
  if (!(stranger instanceof UnknownWorkspaceError)) {
    figures.countRefusal(stranger ? 'no-token' : 'failed');
    log.error({ err: error }, 'something from Slack could not be answered');
    return;
  }
  figures.countRefusal('unknown-workspace');
  log.warn(
    { workspaceId: stranger.workspaceId },
    'a request from a workspace in which we are not installed was refused',
  );
  const { response_url: url } = body as { readonly response_url?: unknown };
  if (typeof url !== 'string') return;
  const block = { type: 'section' as const, text: { type: 'plain_text' as const, text: words, emoji: false } };
  await createResponseUrl({ url })
    .send({ text: words, blocks: [block] }, { to: 'asker' })
    .catch((err: unknown) => log.warn({ err }, 'the refusal could not be told'));
}
