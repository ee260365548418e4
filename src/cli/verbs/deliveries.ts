import type { Span } from '../../chat/message.ts';
import { paragraph, words } from '../../chat/write.ts';
import type { DeliveryState } from '../../deliveries/delivery.ts';
import { systemClock } from '../../runtime/clock.ts';
import { operatorAction } from '../../services/operator-actions.ts';
import type { DeliveryRecord } from '../../storage/deliveries/deliveries.ts';
import type { Storage } from '../../storage/storage.ts';
import { UserError } from '../../user-error.ts';
import { reasonInEnglish } from '../../wording/reason.ts';
import { printJson, printMessage } from '../terminal-output.ts';
import { withStorage } from '../with-storage.ts';

const states: readonly string[] = [
  'due',
  'claimed',
  'sent',
  'retrying',
  'suspended',
  'dead',
  'missed',
] satisfies DeliveryState[];

export interface ListOptions {
  readonly state?: string;
  readonly subscription?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** `kurzwelle deliveries list`: the newest deliveries, those of a state or a subscription. Works beside a running service. */
export async function listDeliveries({ state, subscription, limit, json }: ListOptions): Promise<void> {
  if (state !== undefined && !states.includes(state))
    throw new UserError(`Unknown state "${state}"; use ${states.join(', ')}.`);
  await withStorage(async ({ deliveries }) => {
    const found = await deliveries.list({
      ...(state === undefined ? {} : { state: state as DeliveryState }),
      ...(subscription === undefined ? {} : { subscriptionId: numberOf('subscription', subscription) }),
      limit: numberOf('limit', limit),
    });
    if (json) return printJson(found);
    const summary = `${found.length} deliveries`;
    const records = await Promise.all(found.map(({ id }) => deliveries.find(id)));
    const items = records.flatMap((record) => (record ? [lineOf(record)] : []));
    printMessage({
      summary,
      blocks:
        items.length === 0
          ? [paragraph(state || subscription ? 'No deliveries match.' : 'There are no deliveries yet.')]
          : [{ kind: 'list', items }],
    });
  });
}

/** `kurzwelle deliveries show`: show all details of a delivery, with the message if the platform refused it. */
export async function showDelivery(id: string, { json }: { readonly json?: boolean }): Promise<void> {
  await withStorage(async (storage) => {
    const record = await get(id, storage);
    if (json) return printJson(record);
    printMessage({ summary: id, blocks: [{ kind: 'list', items: factsOf(record) }] });
    if (record.payload) printMessage(record.payload);
  });
}

/** `kurzwelle deliveries retry`: the service tries it again with its next tick, whatever its age. */
export async function retryDelivery(id: string): Promise<void> {
  await withStorage((storage) => operatorAction({ do: 'retry', id }, { storage, clock: systemClock }));
  say(`${id} will be retried within a minute if the service is running.`);
}

/** `kurzwelle deliveries drop`: gives a delivery up; the next briefing begins after its window. */
export async function dropDelivery(id: string): Promise<void> {
  await withStorage(async (storage) => {
    await operatorAction({ do: 'drop', id }, { storage, clock: systemClock });
    const { storyId, windowEnd } = (await get(id, storage)).delivery;
    say(`${id} was dropped${storyId === undefined ? `; the next briefing starts after ${windowEnd}` : ''}.`);
  });
}

async function get(id: string, { deliveries }: Storage): Promise<DeliveryRecord> {
  const found = await deliveries.find(id);
  if (!found) throw new UserError(`There is no delivery "${id}". To list their ids: kurzwelle deliveries list`);
  return found;
}

function lineOf({ delivery, channel, interest }: DeliveryRecord): Span[] {
  const { id, state, attempts, reason: why } = delivery;
  const tries = attempts > 1 ? `, ${attempts} failed tries` : '';
  const what = ` · ${interest} in ${channel.platform} ${channel.workspaceId} ${channel.channelId}`;
  return [
    words(id, 'strong'),
    words(` ${state}${tries}${why === undefined ? '' : `: ${reasonInEnglish(why)}`}${what}`),
  ];
}

function factsOf({ delivery, channel, interest }: DeliveryRecord): Span[][] {
  const { id, state, attempts, windowStart, windowEnd, reason: why, retryAt, sentAt, briefingId, post } = delivery;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['delivery', id],
    ['state', state],
    ['reason', why && reasonInEnglish(why)],
    ['failed tries', String(attempts)],
    ['next try', state === 'retrying' ? retryAt?.toString() : undefined],
    ['sent', sentAt?.toString()],
    ['channel', `${channel.platform} ${channel.workspaceId} ${channel.channelId}`],
    ['interest', interest],
    ['window', `${windowStart} to ${windowEnd}`],
    ['briefing', briefingId],
    ['post', post?.messageId],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[words(`${name}: `, 'strong'), words(value)]]));
}

function numberOf(name: string, typed: string): number {
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1)
    throw new UserError(`"${typed}" is not a valid ${name}. Use a whole number.`);
  return number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
