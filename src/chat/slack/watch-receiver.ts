import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { SlackFigures } from './slack-figures.ts';

/** Counts what comes from Slack by its kind, and how long Slack waits for the acknowledgement. */
export function watchReceiver<Kind extends Receiver>(receiver: Kind, figures: SlackFigures): Kind {
  const init = receiver.init.bind(receiver);
  receiver.init = (app: App) => {
    const processEvent = (event: ReceiverEvent) => {
      figures.countArrival(kindOf(event.body));
      return app.processEvent({ ...event, ack: timed(event.ack, figures) });
    };
    init(Object.assign(Object.create(app) as App, { processEvent }));
  };
  return receiver;
}

function timed(ack: ReceiverEvent['ack'], figures: SlackFigures): ReceiverEvent['ack'] {
  const arrivedAt = performance.now();
  return async (response) => {
    figures.recordAcknowledgement(performance.now() - arrivedAt);
    return ack(response);
  };
}

const kinds = new Set([
  'block_actions',
  'block_suggestion',
  'event_callback',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
]);

/** Of a set that we know, so that no text of a request becomes a label. */
function kindOf(body: Readonly<Record<string, unknown>>): string {
  if (typeof body.command === 'string') return 'slash_command';
  return typeof body.type === 'string' && kinds.has(body.type) ? body.type : 'other';
}
