import { answerMessage } from '../../answers/answer-message.ts';
import { printJson, printMessage } from '../print.ts';
import { type AnswerSourceOptions, openForAnswers } from '../temporary-newsroom.ts';

/** `kurzwelle who|background|story|ask|search`: the answer as text or JSON. A refusal is an answer and exits with 0. */
export async function answer(
  verb: 'who' | 'background' | 'story' | 'ask' | 'search',
  words: string,
  options: AnswerSourceOptions & { readonly json?: boolean },
): Promise<void> {
  const newsroom = await openForAnswers(options);
  try {
    const found = await newsroom.services.answers[verb](words);
    if (options.json) printJson(found);
    else printMessage(answerMessage(found));
  } finally {
    await newsroom.storage.close();
  }
}
