import { describe, expect, test } from 'vitest';
import { createStoryGrouper, type StoryGrouper } from '../../src/stories/group-stories.ts';

const start = Temporal.Instant.from('2031-03-01T08:00:00Z');

function add(grouper: StoryGrouper, storyId: string, headlines: readonly string[], firstHour = 0): void {
  for (const [index, headline] of headlines.entries()) {
    const publishedAt = start.add({ hours: firstHour + index });
    grouper.add({ id: `${storyId}-${index}`, language: 'en', headline, body: '', publishedAt }, storyId);
  }
}

const bid = ['Norlinie bids $4 billion for Seabridge', 'Norlinie bid: Seabridge shares soar'];
const takeover = ['Seabridge shareholders weigh Norlinie bid', 'Norlinie raises bid for Seabridge'];
const heat = [
  'Heat wave closes schools in Kasara',
  'Kasara heat wave: power fails',
  'Kasara heat kills cattle',
  'Kasara schools stay closed in heat',
];

describe('the second look', () => {
  test('finds two stories that came to share their words, and keeps the one that opened first', () => {
    const grouper = createStoryGrouper();
    add(grouper, 'takeover', takeover, 5);
    add(grouper, 'bid', bid);
    add(grouper, 'heat', heat);
    const merge = grouper.findMerge('takeover');
    expect(merge).toMatchObject({ fromId: 'takeover', intoId: 'bid' });
    expect(grouper.findMerge('bid')).toEqual(merge);
    expect(grouper.findMerge('heat')).toBeUndefined();
  });

  test('asks as much of a bare headline and a text as of two texts', () => {
    const grouper = createStoryGrouper();
    const text = 'Jonas Holm survived two nights on Mount Hekkar after a fall near its summit. A helicopter found him.';
    const [first, ...others] = [
      { id: 'a', headline: 'Climber Jonas Holm rescued on Mount Hekkar', body: text },
      { id: 'b', headline: 'Climber dies on Mount Hekkar', body: '' },
      { id: 'c', headline: 'Second climber dies on Mount Hekkar', body: '' },
    ].map((told, index) => ({ ...told, language: 'en', publishedAt: start.add({ hours: index }) }));
    if (first) grouper.add(first, 'rescue');
    for (const other of others) grouper.add(other, 'deaths');
    expect(grouper.findMerge('deaths')).toBeUndefined();
  });

  test('finds a small story that opened while the larger one knew less', () => {
    const grouper = createStoryGrouper();
    const told = [
      [
        'stranded',
        'Norlinde stuck off Kestrel Bay with fever aboard',
        'Three passengers of the liner have died of marsh fever. It waits for a port.',
      ],
      [
        'port',
        'Orsk lets fever ship dock',
        'The harbor of Orsk takes the liner after a week at sea. Doctors will examine all aboard.',
      ],
      [
        'stranded',
        'Marsh fever ship docks in Orsk',
        'The liner Norlinde has reached the harbor of Orsk, where doctors examine passengers for marsh fever.',
      ],
    ] as const;
    for (const [index, [storyId, headline, lead]] of told.entries()) {
      const document = {
        id: `${index}`,
        language: 'en',
        headline,
        lead,
        body: '',
        publishedAt: start.add({ hours: index }),
      };
      if (index === 1) expect(grouper.decide(document).storyId).toBeUndefined();
      grouper.add(document, storyId);
    }
    expect(grouper.findMerge('stranded')).toMatchObject({ fromId: 'port', intoId: 'stranded' });
  });

  test('a merged story continues under the id it was merged into', () => {
    const grouper = createStoryGrouper();
    add(grouper, 'bid', bid);
    add(grouper, 'takeover', takeover, 5);
    grouper.merge({ fromId: 'takeover', intoId: 'bid' });
    expect(grouper.findMerge('bid')).toBeUndefined();
    const document = { id: 'x', language: 'en', headline: 'Seabridge accepts Norlinie bid', body: '' };
    expect(grouper.decide(document).storyId).toBe('bid');
  });

  test('splits a story whose later half is about something else', () => {
    const grouper = createStoryGrouper();
    add(grouper, 'drifted', [...bid, ...takeover]);
    add(grouper, 'drifted', heat, 10);
    add(grouper, 'steady', [...bid, ...bid, ...takeover, ...takeover], 100);
    expect(grouper.findSplit('steady')).toBeUndefined();
    const split = grouper.findSplit('drifted');
    expect(split?.articleIds).toHaveLength(4);
    if (!split) return;
    grouper.split(split, 'heat');
    const document = { id: 'x', language: 'en', headline: 'Kasara heat wave ends', body: '' };
    expect(grouper.decide(document).storyId).toBe('heat');
  });

  test('names a story by its most central recent article', () => {
    const grouper = createStoryGrouper();
    const headlines = [
      'Norlinie bid',
      'Captains of Seabridge threaten strike',
      'Norlinie raises bid for Seabridge',
      'Seabridge bid',
    ];
    const hours = [0, 72, 73, 74];
    for (const [index, headline] of headlines.entries()) {
      const publishedAt = start.add({ hours: hours[index] ?? 0 });
      grouper.add({ id: `a${index}`, language: 'en', headline, body: '', publishedAt }, 'bid');
    }
    expect(grouper.centralArticle('bid')).toBe('a2');
    expect(grouper.centralArticle('unknown')).toBeUndefined();
  });
});
