import { z } from 'zod';
import { type Caller, ChatError } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import { createCapture } from './responders.ts';
import type { Listening, Workspace } from './workspace.ts';

const stepInputs = z.object({
  channel_id: z.string(),
  interest: z.string().optional(),
  since: z.string().optional(),
  question: z.string().optional(),
});

/** Steps of workflows: each answers like its command, for everybody in the channel that the workflow names. */
export function listenToSteps({ app, queue, workspaceOf }: Listening): void {
  for (const name of ['brief', 'ask'] as const) {
    app.function(name, ({ inputs, complete, fail, context }) =>
      queue.run(async () => {
        const done = await runStep(name, inputs, workspaceOf(context));
        if ('problem' in done) await fail({ error: done.problem });
        else await complete({ outputs: done });
      }),
    );
  }
}

/** Posts the answer; the problem in words, for whoever looks at the workflow, where there is none or it cannot be posted. */
async function runStep(
  command: 'brief' | 'ask',
  inputs: unknown,
  workspace: Workspace,
): Promise<{ readonly message_ts: string } | { readonly problem: string }> {
  const { channel_id: channelId, ...given } = stepInputs.parse(inputs);
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const { handlers, poster, log } = workspace;
  const caller = await workflowIn(channelId, workspace);
  const capture = createCapture();
  await handlers.onCommand({ caller, command, options: options as Record<string, string> }, capture);
  const message = capture.message();
  if (!message || capture.hasTrouble()) return { problem: message?.summary ?? '' };
  try {
    const { messageId } = await poster.post(caller.channel, message);
    return { message_ts: messageId };
  } catch (err) {
    if (!(err instanceof ChatError)) throw err;
    log.warn({ err, channel: channelId, command }, 'a step of a workflow could not be posted');
    return { problem: (await wordsFor(caller, handlers)).slack.notSaid };
  }
}

/** A workflow is nobody: it may change nothing. */
async function workflowIn(channelId: string, { api, workspaceId }: Workspace): Promise<Caller> {
  const { botUserId } = await api.identity();
  return {
    channel: { platform: 'slack', workspaceId, channelId },
    userId: botUserId,
    userName: 'Workflow',
    mayManage: false,
    locale: 'en',
  };
}
