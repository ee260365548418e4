import { statusMessage } from '../../../commands/status.ts';
import { en } from '../../wording/en/index.ts';
import { printJson, printMessage } from '../print.ts';
import { openForAnswers } from '../temporary-newsroom.ts';

/** `kurzwelle status`: what `/status` says, from the archive, also beside a running service. */
export async function status({ json }: { readonly json?: boolean }): Promise<void> {
  const { services, storage } = await openForAnswers({});
  try {
    // Since when the service runs is not in the archive: what this process knows of that is itself.
    const { startedAt: _own, ...facts } = await services.status();
    if (json) printJson(facts);
    else printMessage(statusMessage(facts, { zone: services.zone, say: en }));
  } finally {
    await storage.close();
  }
}
