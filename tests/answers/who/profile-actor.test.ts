import { expect, test } from 'vitest';
import { answerBackground } from '../../../src/answers/background/background.ts';
import { profileActor } from '../../../src/answers/who/profile-actor.ts';
import { answerWho } from '../../../src/answers/who/who.ts';
import { smallArchive } from '../small-archive.ts';

const told = (id: number, day: string, text: string) => ({
  id: `dw:${id}`,
  headline: `News ${id}`,
  at: `2022-07-${day}T09:00:00Z`,
  paragraphs: [text, 'The ferry strike in Vestby went on.'],
});

/** Interior minister on the first days, prime minister later. */
const career = [
  told(1, '02', 'Interior Minister Ines Falk spoke on the ferry strike.'),
  told(2, '10', 'Ines Falk was sworn in as prime minister of Norway.'),
  told(3, '12', 'Prime Minister Ines Falk spoke on the ferry strike.'),
];

test('returns the newest office in its newest form with the state, and earlier ones, each with its date', async () => {
  const answer = await answerWho('Ines Falk', await smallArchive(career));
  const self = answer.actors?.find(({ id }) => id === answer.actorId);
  expect(self?.role).toMatchObject({
    text: 'prime minister of Norway',
    former: false,
    statement: { date: '2022-07-10' },
  });
  expect(self?.earlierRoles).toMatchObject([{ text: 'Interior Minister', statement: { date: '2022-07-02' } }]);
});

test.each([
  ['2022-07-03T00:00:00Z', 'Interior Minister'],
  ['2022-07-11T00:00:00Z', 'prime minister of Norway'],
  ['2022-07-01T00:00:00Z', undefined],
])('at %s the office is %s', async (until, office) => {
  const { archive } = await smallArchive(career);
  const [falk] = await archive.findActors('Ines Falk');
  if (!falk) throw new Error('Ines Falk is in the archive');
  const { role } = await profileActor(falk, archive, Temporal.Instant.from(until));
  expect(role?.text).toBe(office);
});

test('a background on the past shows the offices held then', async () => {
  const context = await smallArchive(
    [career[0], told(4, '20', 'Prime Minister Ines Falk left for Rome.')].flatMap((one) => one ?? []),
  );
  const answer = await answerBackground('ferry strike interior minister', context);
  expect(answer.actors?.find(({ name }) => name === 'Ines Falk')?.role?.text).toBe('Interior Minister');
});

test('a former holder stays former if an article on the past uses the office', async () => {
  const answer = await answerWho(
    'Ines Falk',
    await smallArchive([
      told(1, '02', 'Former Chancellor Ines Falk gave a speech.'),
      told(2, '05', 'Former Chancellor Ines Falk gave another.'),
      told(3, '12', 'The army shrank under Chancellor Ines Falk.'),
    ]),
  );
  expect(answer.actors?.find(({ id }) => id === answer.actorId)?.role).toMatchObject({ former: true });
});

test('a relation to others is not an office', async () => {
  const answer = await answerWho(
    'Ines Falk',
    await smallArchive([
      told(1, '02', 'Foreign Minister Ines Falk spoke.'),
      told(2, '05', 'He met his Norwegian counterpart, Ines Falk, in Oslo.'),
    ]),
  );
  expect(answer.actors?.find(({ id }) => id === answer.actorId)?.role?.text).toBe('Foreign Minister');
});
