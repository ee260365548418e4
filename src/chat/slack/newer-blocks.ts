import type { types } from '@slack/bolt';
import { ChatError } from '../chat.ts';
import { slackCode } from './slack-errors.ts';

/** Numbers as bars that Slack draws itself. The SDK's types do not have it yet: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export interface ChartBlock extends types.Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly { readonly name: string; readonly data: readonly ChartPoint[] }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

export type SlackBlock = types.KnownBlock | ChartBlock;

/** What one Slack message says: blocks for the eye, a line for notifications and screen readers. */
export interface SlackPayload {
  readonly text: string;
  readonly blocks: SlackBlock[];
}

/** Blocks that Slack has had only since 2025 or 2026, so that a workspace may not take them. */
const newerTypes = ['container', 'context_actions', 'data_visualization'] as const;
type NewerType = (typeof newerTypes)[number];

/** Which of the newer blocks one workspace takes, as its answers showed. */
export interface BlockSupport {
  takes(type: NewerType): boolean;
  /** The payload with the blocks that are known to be refused in the form that every workspace takes. */
  fit(payload: SlackPayload): SlackPayload;
  /** Slack refused a payload with these blocks and took it without them. */
  learn(refused: SlackPayload): void;
}

/** After a day a refused block is tried again: Slack brings new ones to workspaces over weeks. */
const refusedForMs = 24 * 3_600_000;

/** Begins with the belief that everything is taken. */
export function createBlockSupport(nowMs: () => number = () => performance.now()): BlockSupport {
  const refusedUntilMs = new Map<string, number>();
  const takes = (type: NewerType) => nowMs() >= (refusedUntilMs.get(type) ?? Number.NEGATIVE_INFINITY);
  return {
    takes,
    fit: (payload) => inOlderForm(payload, (type) => !takes(type)) ?? payload,
    learn({ blocks }) {
      for (const { type } of blocks) if (isNewer(type)) refusedUntilMs.set(type, nowMs() + refusedForMs);
    },
  };
}

/**
 * Sends a payload with the newest blocks that its workspace takes. Where Slack refuses them it goes once more in the older form, and if that is
 * taken, the workspace is remembered as one that does not have them.
 */
export async function sendInNewestForm<T>(
  payload: SlackPayload,
  send: (payload: SlackPayload) => Promise<T>,
  support: BlockSupport,
): Promise<T> {
  const fitted = support.fit(payload);
  try {
    return await send(fitted);
  } catch (error) {
    const older = inOlderForm(fitted, () => true);
    if (!older || !isAboutBlocks(error)) throw error;
    const sent = await send(older);
    support.learn(fitted);
    return sent;
  }
}

/** The Web API names it; a response URL answers with nothing but a status. */
export function isAboutBlocks(error: unknown): boolean {
  if (!(error instanceof ChatError) || error.kind !== 'rejected') return false;
  return (
    error.cause === undefined || ['invalid_blocks', 'invalid_blocks_format'].includes(slackCode(error.cause) ?? '')
  );
}

/** As many blocks as the older form of these has. */
export function countBlocks(blocks: readonly SlackBlock[]): number {
  return blocks.reduce((sum, block) => sum + Math.max(1, olderForm(block).length), 0);
}

function isNewer(type: string): type is NewerType {
  return newerTypes.some((each) => each === type);
}

/** Undefined where nothing would change, or nothing would be left. */
function inOlderForm(payload: SlackPayload, isRefused: (type: NewerType) => boolean): SlackPayload | undefined {
  const { blocks } = payload;
  const refused = (type: string) => isNewer(type) && isRefused(type);
  if (!blocks.some(({ type }) => refused(type))) return undefined;
  const older = blocks.flatMap((block) => (refused(block.type) ? olderForm(block) : [block]));
  return older.length > 0 ? { ...payload, blocks: older } : undefined;
}

function olderForm(block: SlackBlock): readonly SlackBlock[] {
  switch (block.type) {
    case 'container':
      return block.child_blocks;
    case 'context_actions':
      return [];
    case 'data_visualization':
      return [{ type: 'context', elements: [{ type: 'plain_text', text: chartWords(block), emoji: false }] }];
    default:
      return [block];
  }
}

/** "Mentions per day: 17 July: 3, 18 July: 1"; what is not named has none. */
export function chartWords({ title, chart }: ChartBlock): string {
  const points = chart.series
    .flatMap(({ data }) => data)
    .flatMap(({ label, value }) => (value === 0 ? [] : [`${label}: ${value}`]));
  return `${title}: ${points.join(', ')}`;
}
