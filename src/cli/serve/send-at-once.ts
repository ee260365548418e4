import type { CommandServices } from '../../../commands/define-command.ts';
import type { Jobs } from '../../jobs/jobs.ts';

/** What a person asks to be sent now is not left to the next tick. */
export function sendingAtOnce(services: CommandServices, jobs: Jobs): CommandServices {
  const { briefings } = services;
  return {
    ...services,
    briefings: {
      ...briefings,
      async sendNow(subscription) {
        const answer = await briefings.sendNow(subscription);
        if (answer.kind === 'planned') await jobs.send('deliver', 'now');
        return answer;
      },
    },
  };
}
