import { printMessage } from './print.ts';
import { openForAnswers } from './temporary-newsroom.ts';

/** `kurzwelle why`: what became of an article in this data directory. */
export async function why(article: string): Promise<void> {
  const { services, storage } = await openForAnswers({});
  try {
    printMessage(await services.explain(article));
  } finally {
    await storage.close();
  }
}
