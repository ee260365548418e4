import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../src/briefings/gate/gate.ts';
import { readGateCases } from './read-gate-cases.ts';

const cases = readGateCases();
/** What the gate gets wrong today; a line here that is right again fails, so that the list only shrinks. */
const knownWrong: ReadonlySet<string> = new Set([
  // False and kept: true once, not on Monday; "record" of a "record holder".
  'Swimmer Ida Lorens set a world record in the 200 meters backstroke on Sunday.',
  'Novelist Clara Weston has won the Meridian Prize, her publisher said on Monday.',
  // True and lost: words of the model's own, a number in another unit, what only follows from another sentence.
  'Schwimmerin Ida Lorens gewann vor der Weltrekordhalterin Mei Tanaka.',
  'Der Senat in Oland stimmt in der kommenden Woche über ein Verbot von Werbung für Glücksspiel im Fernsehen ab.',
  'No one claimed responsibility for the attack on the aid convoy near Kandor.',
  'Prosecutors searched the home of former defense minister Karl Oden on Tuesday.',
  'Norvia will supply Brevia with 3 billion cubic meters of gas a year from 2028.',
  'Milo Karst canceled the remaining concerts of his European tour because of a vocal cord infection.',
  'Der Staat muss laut einer Entscheidung des Obersten Gerichts von Oland Bauern entschädigen, deren Land für den Mirra-Staudamm geflutet wurde.',
  'Mit 6,1 Prozent war die Arbeitslosigkeit in Brevia im Mai nach Angaben des Arbeitsamts so niedrig wie seit 2008 nicht mehr.',
  'Die Behörden in Halvik lassen den beschädigten Tanker "Solva" der Reederei Bremmer nicht in den Hafen.',
  "Striker Noor Haddad scored two goals in Brenwick's 3-2 win over Varn.",
  'Der Bauernverband teilte mit, dass die Obstbauern im Ulmtal wegen der Frostnächte im April mit der kleinsten Apfelernte seit 30 Jahren rechnen.',
  'Der Aufsichtsbehörde waren 41 Fälle von Leberschäden nach Einnahme des Migränemittels Zelmin gemeldet worden.',
  'Konzernsprecherin Dana Pell wies den Vorwurf von Anwalt Tomas Vint als haltlos zurück.',
  'Die Anwälte von Ivo Brandt wollen Berufung einlegen.',
  "Frost in April destroyed blossoms in the Ulm valley, where growers now expect the smallest apple harvest in three decades, according to the farmers' union.",
  'Regulators had received 41 reports of liver damage before Corvalis withdrew the migraine pill Zelmin from sale in Brevia.',
  'The two governments agreed to reopen the Karsk border crossing to trucks in June.',
  'Lawyers for Ivo Brandt said they would appeal the sentence.',
]);

test('the tables are large and balanced enough to say something', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(cases.filter(({ reason }) => reason === undefined).length).toBeGreaterThan(80);
  expect(cases.filter(({ request }) => request.language === 'de').length).toBeGreaterThan(50);
});

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (name) => {
  const own = cases.filter(({ file, request }) => file === name && !knownWrong.has(request.text));

  test.each(own.filter(({ reason }) => reason === undefined).map(({ request }) => [request.text, request] as const))(
    'keeps %s',
    (_, request) => {
      expect(checkStatement(request)).toEqual({ kind: 'kept' });
    },
  );

  test.each(
    own.flatMap(({ reason, request }) => (reason === undefined ? [] : [[reason, request.text, request] as const])),
  )('drops for %s: %s', (reason, _, request) => {
    const verdict = checkStatement(request);
    expect(verdict.kind).toBe('dropped');
    if (verdict.kind === 'dropped' && reason !== 'any') expect(verdict.reason).toBe(reason);
  });
});

test('the known errors are errors still', () => {
  const wrong = cases.filter(({ request, reason }) => {
    return knownWrong.has(request.text) && (checkStatement(request).kind === 'kept') !== (reason === undefined);
  });
  expect(wrong).toHaveLength(knownWrong.size);
});
