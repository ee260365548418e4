import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

/** A Wednesday, ten in the morning in Berlin. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(() => room.close());

const mill = {
  id: 'dw:1',
  headline: 'Rice mill burns in Sarwana',
  lead: 'A rice mill has burned down in the Sarwana district of Indonesia, the police said.',
  paragraphs: [
    'Police chief Dewi Lestarini said that nobody was hurt in the fire at the mill in Indonesia on Wednesday.',
  ],
  topics: ['asia'],
};
const harbor = {
  id: 'dw:2',
  headline: 'Harbor of Valmora reopens after strike',
  lead: 'The harbor of Valmora in Portugal has reopened after a strike of eleven days.',
  paragraphs: [
    'Union leader Tomas Verdal said that the dockers had won a raise of four percent in the talks in Portugal.',
  ],
  topics: ['europe'],
};

describe('subscribe', () => {
  test('takes days among the times, and says what was understood', async () => {
    const said = await room.command('subscribe', {
      interest: 'actor:"Dewi Lestarini" or floods',
      times: 'weekdays at noon and 5pm',
      zone: 'seoul',
      stories: '3',
    });
    expect(said).toContain('Subscription 1: actor:"Dewi Lestarini" OR floods');
    expect(said).toContain('Weekdays at 12:00 and 17:00 (Seoul), normal, in English, at most 3 stories.');
    expect(said).toContain('Next briefing: 2026-05-07T03:00:00Z');
  });

  test.each(['story:999', 'asia OR story:999', 'Story:"999"'])(
    'of a story that is not there is refused: %s',
    async (interest) => {
      expect(await room.command('subscribe', { interest })).toContain('That story is no longer in the archive.');
      expect(await room.command('subscriptions')).not.toContain('999');
    },
  );

  test('accepts alerts alone, or with briefings, and keeps them through an edit', async () => {
    const said = await room.command('subscribe', { interest: 'asia', as: 'alerts' });
    expect(said).toContain('Alerts for breaking news, in English.');
    expect(said).not.toContain('Next briefing');
    await room.submit('edit-subscription', '1', { interest: 'asia', times: 'daily at 9 and alerts' });
    expect(await room.command('subscriptions')).toContain('daily at 09:00 (Berlin) and alerts');
    await room.submit('edit-subscription', '1', { interest: 'asia', times: 'daily at 9' });
    expect(await room.command('subscriptions')).not.toContain('alerts');
  });

  test('takes the language that the interest names', async () => {
    expect(await room.command('subscribe', { interest: 'asia language:German' })).toContain('in German');
  });

  test.each([
    [{ interest: 'asia AND' }, 'at character 9: something is missing at the end'],
    [{ interest: 'asia', times: 'weekdays at noon', days: 'daily' }, 'You entered the days twice'],
    [{ interest: 'asia', stories: 'many' }, '"many" isn\'t a valid number of stories. Use 1 to 20.'],
    [{ interest: 'asia', language: 'klingonian' }, 'Unknown language "klingonian"'],
    [{ interest: 'asia', zone: 'Atlantis' }, 'Unknown time zone "Atlantis"'],
  ])('refuses %j', async (options, expected) => {
    expect(await room.command('subscribe', options)).toContain(expected);
    expect(await room.storage.subscriptions.list()).toEqual([]);
  });

  test('refuses who may not manage the channel', async () => {
    const said = await room.command('subscribe', { interest: 'asia' }, room.callerIn('here', false));
    expect(said).toContain('Only people who can manage this channel');
  });

  test('refuses the same twice, in whatever way it is written', async () => {
    await room.command('subscribe', { interest: 'asia', times: 'daily at 8' });
    expect(await room.command('subscribe', { interest: 'Asia', times: '8am' })).toContain('as subscription 1');
  });
});

describe('a briefing is delivered', () => {
  test.each([
    ['actor:"Dewi Lestarini"', 'Rice mill'],
    ['actor:Lestarini', 'Rice mill'],
    ['region:Indonesia', 'Rice mill'],
    ['region:Europe NOT "rice mill"', 'Harbor'],
    ['NOT asia', 'Harbor'],
    ['strike OR floods', 'Harbor'],
  ])('on %s alone', async (interest, expected) => {
    await room.command('subscribe', { interest, times: '12' });
    await room.archive(mill);
    await room.archive(harbor);
    await room.runTo('2026-05-06T10:15:00Z');
    const titles = room.chat.sent.map(({ message }) => textOf(message).match(/Rice mill|Harbor/)?.[0]);
    expect(titles).toEqual([expected]);
  });

  test('in two languages if the interest says so', async () => {
    await room.command('subscribe', { interest: 'strike OR (Reismühle language:de)', language: 'en', times: '12' });
    await room.archive(harbor);
    await room.archive({
      id: 'dw:3',
      language: 'de',
      headline: 'Reismühle in Sarwana abgebrannt',
      lead: 'Eine Reismühle ist im Bezirk Sarwana abgebrannt, wie die Polizei mitteilte.',
      paragraphs: ['Die Polizeichefin Dewi Lestarini sagte am Mittwoch, niemand sei verletzt worden.'],
    });
    await room.runTo('2026-05-06T10:15:00Z');
    const said = textOf(room.chat.sent[0]?.message);
    expect(said).toContain('Harbor of Valmora');
    expect(said).toContain('Reismühle in Sarwana');
  });

  test('on one story that is followed', async () => {
    await room.archive(mill);
    await room.archive(harbor);
    const storyId = await room.answers.storyOf('dw:2');
    await room.command('subscribe', { interest: `story:${storyId}`, times: '12' });
    await room.runTo('2026-05-06T10:15:00Z');
    expect(textOf(room.chat.sent[0]?.message)).toContain('Harbor of Valmora');
    expect(textOf(room.chat.sent[0]?.message)).not.toContain('Rice mill');
  });
});

describe('settings', () => {
  test('are shown to everybody, with defaults at first', async () => {
    const said = await room.command('settings', {}, room.callerIn('here', false));
    expect(said).toContain(
      'Time zone: Europe/Berlin\nLanguage: English (not set; I answer each person in their own language)\nQuiet hours: none',
    );
  });

  test('can be changed by whoever may manage the channel, and apply to new subscriptions', async () => {
    const said = await room.command('settings', { zone: 'tokyo', language: 'deutsch', quiet: '10pm to 7' });
    expect(said).toContain('Zeitzone: Asia/Tokyo\nSprache: Deutsch\nRuhezeiten: 22:00-07:00');
    expect(await room.command('subscribe', { interest: 'asia' })).toContain(
      'Täglich um 08:00 (Tokyo), normal, auf Deutsch',
    );
    expect(await room.command('settings', { quiet: 'off' })).toContain('Ruhezeiten: keine');
  });

  test.each([
    [{ quiet: 'at night' }, 'Use something like 22:00-07:00, or "off".'],
    [{ zone: 'Atlantis' }, 'Unknown time zone'],
    [{ language: 'xx' }, 'Unknown language'],
  ])('refuse %j', async (options, expected) => {
    expect(await room.command('settings', options)).toContain(expected);
  });

  test('refuse a change by anybody else', async () => {
    const said = await room.command('settings', { zone: 'tokyo' }, room.callerIn('here', false));
    expect(said).toContain('Only people who can manage this channel can change its settings');
  });

  test('say when a briefing falls into the quiet hours, which it keeps, without a sound', async () => {
    await room.command('settings', { quiet: '6-9' });
    expect(await room.command('subscribe', { interest: 'asia', times: '8' })).toContain('it will arrive silently');
    await room.runTo('2026-05-07T06:15:00Z');
    expect(room.chat.sent.map(({ options }) => options.quiet)).toEqual([true]);
    await room.command('settings', { quiet: 'off' });
    await room.runTo('2026-05-08T06:15:00Z');
    expect(room.chat.sent[1]?.options.quiet).toBeUndefined();
  });
});

describe('preview', () => {
  test('shows what the last seven days would have brought, by day', async () => {
    await room.archive({ ...mill, at: '2026-05-04T09:00:00Z' });
    await room.archive({ ...harbor, at: '2026-05-06T07:00:00Z' });
    const said = await room.command('preview', { interest: 'everything' });
    expect(said).toContain('2 articles, about 1 story per day.');
    expect(said.indexOf('Wednesday 6 May · 1 article\nHarbor of Valmora')).toBeGreaterThan(0);
    expect(said.indexOf('Monday 4 May · 1 article\nRice mill burns')).toBeGreaterThan(said.indexOf('Wednesday'));
  });

  test('says that there was nothing', async () => {
    expect(await room.command('preview', { interest: 'floods' })).toContain('Nothing found. Try fewer words');
  });

  test('is a button too', async () => {
    await room.command('subscribe', { interest: 'asia' });
    await room.archive(mill);
    expect(await room.press('outlook-subscription', '1')).toContain('Asia: the last 7 days');
  });
});

test('a mixture is named in the reader’s language, as it can be typed', async () => {
  const caller = { ...room.callerIn('here'), locale: 'de' };
  const said = await room.command('subscribe', { interest: 'alles außer sport' }, caller);
  expect(said).toContain('Alles AND NOT Sport');
  expect(await room.command('subscribe', { interest: 'Alles AND NOT Sport' }, caller)).toContain(
    'Dieser Kanal hat das bereits',
  );
});

test('warns if no feed has the chosen language', async () => {
  const hint = 'No feeds in Chinese are set up here';
  expect(await room.command('subscribe', { interest: 'asia', language: 'zh' })).toContain(hint);
  expect(await room.command('subscribe', { interest: 'europe', language: 'en' })).not.toContain('No feeds in');
});

describe('completion', () => {
  test.each([
    ['interest', 'asi', 'asia'],
    ['interest', 'asia AND leST', 'asia AND actor:"Dewi Lestarini"'],
    ['interest', 'NOT (actor:"dew', 'NOT (actor:"Dewi Lestarini"'],
    ['interest', 'story:mill', 'story:1'],
    ['interest', 'asia OR region:south kor', 'asia OR region:"South Korea"'],
    ['interest', 'topic:spor', 'sports'],
    ['interest', 'asia act', 'asia act'],
    ['interest', 'asai', 'asia'],
    ['interest', 'topic:asai', 'asia'],
    ['interest', 'asia, spor', 'asia, sports'],
    ['interest', 'everything but spor', 'everything but sports'],
    ['interest', 'region:Gremany', 'region:Germany'],
    ['interest', 'region:Bosnia and', 'region:"Bosnia & Herzegovina"'],
    ['times', 'weekdays at noon', 'weekdays at 12:00'],
    ['times', '8 and 5pm', '08:00 and 17:00'],
    ['days', 'wee', 'weekdays'],
    ['zone', 'seou', 'Asia/Seoul'],
    ['language', 'eng', 'en'],
  ])('of %s "%s" offers %s', async (option, typed, expected) => {
    await room.archive(mill);
    const found = await room.handlers.complete({ caller: room.callerIn('here'), command: 'subscribe', option, typed });
    if (typed === expected) expect(found.map(({ value }) => value)).toEqual([]);
    else expect(found.map(({ value }) => value)).toContain(expected);
  });

  test.each([
    ['fr', 'times', '', 'en semaine à 08:00'],
    ['de', 'times', '8 und 17 uhr', '08:00 und 17:00'],
    ['de', 'days', 'frei', 'Freitag'],
    ['de', 'days', 'weekd', 'werktags'],
    ['es', 'days', 'lun', 'lunes'],
    ['tr', 'days', '', 'Pazartesi'],
  ])('in %s, of %s "%s" offers %s', async (locale, option, typed, expected) => {
    const caller = { ...room.callerIn('here'), locale };
    const found = await room.handlers.complete({ caller, command: 'subscribe', option, typed });
    expect(found.map(({ value }) => value)).toContain(expected);
  });
});
