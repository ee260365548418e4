import type { ActionItem, Message } from '../message.ts';

/** What a number leads to: something to do, or the options of a long select, to choose from. */
export type NumberedAction =
  | { readonly label: string; readonly action: string; readonly value: string }
  | { readonly label: string; readonly opens: Message };

/** More options than these would bury the answer, so that one number opens them. */
export const mostOpenOptions = 6;

/** Buttons and options of selects in the order in which `firstAction` numbers them. */
export function numberedActions(message: Message): readonly NumberedAction[] {
  return message.blocks
    .flatMap((block) => (block.kind === 'actions' ? block.items : []))
    .flatMap((item): NumberedAction[] => {
      if (item.kind === 'link-button') return [];
      const { action, label } = item;
      if (item.kind === 'button') return [{ label, action, value: item.value ?? '' }];
      if (item.options.length > mostOpenOptions) return [{ label, opens: optionsOf(item) }];
      return item.options.map((option) => ({ label: `${label}: ${option.label}`, action, value: option.value }));
    });
}

function optionsOf({ label, action, options }: Extract<ActionItem, { kind: 'select' }>): Message {
  const items = options.map((option) => ({
    kind: 'button' as const,
    label: option.label,
    action,
    value: option.value,
  }));
  const spans = [{ kind: 'text' as const, text: label }];
  return {
    summary: label,
    blocks: [
      { kind: 'heading', level: 2, spans },
      { kind: 'actions', items },
    ],
  };
}
