import type { Message } from '../message.ts';

/** Answers that one person alone saw, for as long as they may want to look at them as another platform would show them. */
export interface PrivateAnswers {
  keep(id: string, message: Message): void;
  find(id: string): Message | undefined;
}

/** In memory alone, the newest of them: nothing of what one person asked is stored. */
export function createPrivateAnswers({ most = 100 }: { readonly most?: number } = {}): PrivateAnswers {
  const answers = new Map<string, Message>();
  return {
    keep(id, message) {
      // An answer that changed is among the newest again.
      answers.delete(id);
      answers.set(id, message);
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    },
    find: (id) => answers.get(id),
  };
}
