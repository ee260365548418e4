import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createDiscordChat } from '../../src/chat/discord/discord-chat.ts';
import { parseCommandLine } from '../../src/chat/parse-command-line.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import type { Newsroom } from '../../src/services/newsroom.ts';
import { openSampleNewsroom } from '../chat/slack/sample-newsroom.ts';
import { createTranscript } from './transcript.ts';
import { hasTwin, startTwin, type Twin, type TwinMessage, twinNote } from './twin.ts';
import { personAtTwin, type Seen, watchingWork } from './twin-person.ts';
import { openUploadDoor } from './upload-door.ts';

const failure = /Something went wrong|another version|could not be shown/u;

describe.skipIf(!hasTwin)(`a person at the Discord twin${twinNote}`, () => {
  let twin: Twin;
  let newsroom: Newsroom;
  let door: Awaited<ReturnType<typeof openUploadDoor>>;
  let chat: ReturnType<typeof createDiscordChat>;
  let person: Awaited<ReturnType<typeof personAtTwin>>;
  const transcript = createTranscript();

  beforeAll(async () => {
    newsroom = await openSampleNewsroom();
    twin = await startTwin();
    const { handlers, idle } = watchingWork(createHandlers(newsroom));
    door = await openUploadDoor(twin.restUrl);
    chat = createDiscordChat({ token: twin.botToken, api: door.url, log: silentLog, commands });
    await chat.start(handlers);
    person = await personAtTwin(twin, idle);
  });

  afterAll(async () => {
    await chat?.stop();
    await door?.close();
    await twin?.stop();
    await newsroom?.storage.close();
  });

  const buttonOf = ({ buttons, messages }: Seen, action: string) => {
    const found = buttons.find(({ customId }) => customId.startsWith(`k1:${action}:`));
    const message = messages.at(-1);
    if (!found || !message) throw new Error(`no button for ${action}`);
    return [found.customId, message] as const;
  };
  const press = async (on: Seen, action: string) => {
    const [customId, message] = buttonOf(on, action);
    return transcript.note(`presses ${action}`, await person.press(customId, message));
  };

  it.each(commands.map(({ name, example }) => [name, example] as const))('gives /%s', async (name, example) => {
    const call = parseCommandLine(example, commands);
    if (call.kind !== 'call') throw new Error(call.problem);

    const seen = transcript.note(`gives /${example}`, await person.give(name, call.options));

    expect(seen.messages.length).toBeGreaterThan(0);
    expect(seen.text).not.toMatch(failure);
  });

  it('goes from a briefing over its buttons to a profile', async () => {
    const briefing = await person.give('brief', { since: '30d' });
    const [, story = ''] = /"value":"([0-9a-f]{32}\/\d+)"/u.exec(JSON.stringify(briefing.messages)) ?? [];
    const [customId, message] = buttonOf(briefing, 'more');
    const more = transcript.note('opens a story', await person.select(customId, story, message));
    const background = await press(more, 'background');
    const whosWho = await press(more, 'whos-who');
    const profile = await press(whosWho, 'who');

    for (const { text } of [background, whosWho, profile]) expect(text).not.toMatch(failure);
    expect(whosWho.text).toContain("Who's who");
  });

  it('is offered names, interests, zones and stories while typing', async () => {
    for (const [command, option, typed] of [
      ['who', 'actor', 'Park'],
      ['subscribe', 'interest', 'asi'],
      ['subscribe', 'zone', 'Seou'],
      ['story', 'story', 'flood'],
      ['help', 'command', 'bri'],
    ] as const) {
      const { choices = [] } = transcript.note(
        `types "${typed}" for ${option} of /${command}`,
        await person.type(command, option, typed),
      );
      expect(choices.length, `${command} ${option}`).toBeGreaterThan(0);
    }
  });

  it('edits, pauses, resumes and removes a subscription in the panel', async () => {
    const subscribed = await person.give('subscribe', { interest: 'sports', times: '09:00', zone: 'Seoul' });
    const { modal } = await press(subscribed, 'edit-subscription');
    const edited = transcript.note(
      'fills in the form',
      await person.fillIn(modal?.custom_id ?? '', {
        interest: 'europe',
        times: '07:30',
        zone: 'Berlin',
        length: 'short',
      }),
    );
    expect(edited.text).toContain('europe');

    const panel = await person.give('subscriptions');
    const id = modal?.custom_id.split(':').at(-1) ?? '';
    const opened = transcript.note(
      'opens the subscription',
      await person.select('k1:open-subscription:', id, panel.messages[0] as TwinMessage),
    );
    const { modal: pause } = await press(opened, 'pause-subscription');
    const paused = transcript.note('fills in the form', await person.fillIn(pause?.custom_id ?? '', { until: '' }));
    const resumed = await person.press(`k1:resume-subscription:${id}`, paused.messages[0] as TwinMessage);
    const removed = await person.press(`k1:remove-subscription:${id}`, resumed.messages[0] as TwinMessage);

    expect(paused.text).toContain('paused');
    expect(transcript.note('resumes it', resumed).text).not.toContain('paused');
    expect(transcript.note('removes it', removed).text).not.toContain('europe');
  });

  it('asks of a message that somebody wrote', async () => {
    const message = await person.write('Is Park Jin in Tokyo to settle the forced labor dispute?');
    for (const name of ['Background', 'Who is in this?']) {
      expect(transcript.note(`chooses "${name}"`, await person.useMenu(name, message)).text).not.toMatch(failure);
    }
  });

  it('speaks to the bot in their own words', async () => {
    const said = 'who Park Jin';
    expect(
      transcript.note(`writes "@kurzwelle ${said}"`, await person.say(`<@${twin.botUserId}> ${said}`)).text,
    ).toContain('Park Jin');
  });

  it('leaves this transcript', async () => {
    await expect(transcript.text()).toMatchFileSnapshot('transcript.md');
  });
});
