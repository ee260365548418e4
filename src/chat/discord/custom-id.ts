import { limits } from './limits.ts';

/** What a button, select or form says when it comes back: a handler's name and a reference it looks up. Nothing in it is trusted. */
export interface ComponentReference {
  readonly action: string;
  readonly value: string;
}

/**
 * The custom id, or undefined where it would be longer than Discord takes: such a button is left out. The version comes first, so that
 * buttons of any age can be read. `ordinal` tells the same button twice in one message apart, as Discord demands.
 */
export function writeCustomId({ action, value }: ComponentReference, ordinal = 0): string | undefined {
  const id = `k1${ordinal > 0 ? `.${ordinal}` : ''}:${action}:${value}`;
  return id.length <= limits.customId && !action.includes(':') ? id : undefined;
}

/** Undefined for what we did not write, or wrote in a version that is gone. */
export function readCustomId(customId: string): ComponentReference | undefined {
  const [, action, value] = /^k1(?:\.\d+)?:([^:]*):([\s\S]*)$/u.exec(customId) ?? [];
  return action === undefined || value === undefined ? undefined : { action, value };
}
