import { UserError } from '../../user-error.ts';
import { printMessage } from '../print.ts';
import { openForAnswers } from '../temporary-newsroom.ts';

/** `kurzwelle why`: what became of an article or story in this data directory, held against the last briefings of subscriptions. */
export async function why(what: string, { subscription }: { readonly subscription?: string } = {}): Promise<void> {
  const subscriptionId = subscription === undefined ? undefined : Number(subscription);
  if (subscriptionId !== undefined && !Number.isSafeInteger(subscriptionId))
    throw new UserError(`"${subscription}" is no subscription; use its number.`);
  const { services, storage } = await openForAnswers({});
  try {
    printMessage(await services.explain(what, subscriptionId === undefined ? {} : { subscriptionId }));
  } finally {
    await storage.close();
  }
}
