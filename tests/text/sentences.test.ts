import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const textsOf = (text: string, language: string, most?: number) =>
  splitSentences(text, language, most).map((span) => span.text);

test.each([
  ['en', 'Mr. Falkner left.', 1],
  ['en', 'George W. Bush met J. K. Rowling. It rained.', 2],
  ['en', '"Go!" he said.', 1],
  ['de', 'Am 3. Mai begann der Streik. Er dauerte bis zum 5. Juni.', 2],
  ['de', 'Das schrieb der Minister auf X. "Wir werden nicht weichen." Später löschte er das.', 3],
  ['en', 'She announced it on X. Brenwick was shocked.', 2],
  ['en', 'The strike began at 10 p.m. (2100 GMT) on Thursday.', 1],
  ['en', 'Doors open at 8:30 p.m. Friday in Brenwick.', 1],
  ['en', 'The strike began at 10 p.m. on Thursday. Trains stood still until 4 a.m. Nobody was told.', 3],
  ['en', 'It ended at 10 p.m. Brenwick was quiet.', 2],
])('splits in %s: %s', (language, text, count) => {
  expect(textsOf(text, language)).toHaveLength(count);
});

test('gives the place of each sentence', () => {
  const text = 'Nobody came.  Everybody left.';
  expect(splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(textsOf(text, 'en'));
});

test('looks for no more sentences than are wanted, and gives those whole', () => {
  expect(textsOf('Dr. Marsh came. Mr. Falkner left. Nobody stayed.', 'en', 2)).toEqual([
    'Dr. Marsh came.',
    'Mr. Falkner left.',
  ]);
});

test.each([
  ['hi', 'मि. शर्मा ने कहा कि पुल बंद है। यू.के. ने सहायता भेजी।', 2],
  ['hi', 'पुल एक साल बंद रहेगा. मरम्मत सोमवार से शुरू होगी.', 2],
  ['zh', '市长说：“桥梁已经关闭。”维修从周一开始。', 2],
  ['ur', 'پل بند ہے۔ مرمت پیر سے شروع ہو گی۔', 2],
  ['am', 'ድልድዩ ተዘግቷል። ጥገናው ሰኞ ይጀምራል።', 2],
  ['es', 'El embajador de EE. UU. visitó el puente.', 1],
  ['es', 'El puente está cerrado. 12 obreros trabajan en él.', 2],
  ['es', 'Lo dice el art. 12 de la ley del puerto.', 1],
  ['uk', 'Міст закрили. 20 робітників ремонтують його.', 2],
  ['fr', 'Le pont a fermé en sept. 2018 pour des travaux.', 1],
  ['sr', 'Мост је затворен 3. Маја због поправке.', 1],
  ['en', 'She left on Nov. 12 for Tolmark.', 1],
  ['en', 'She left in Nov. Brenwick was quiet.', 2],
  ['ru', '— Мост закрыт, — сказал мэр. — Ремонт начнут завтра.', 2],
])('splits by the habits of the script in %s: %s', (language, text, count) => {
  expect(textsOf(text, language)).toHaveLength(count);
});

test.each([
  ['fr', 'Il a dit : « Le pont est fermé. » Les travaux commencent lundi.', 'Il a dit : « Le pont est fermé. »'],
  ['de', 'Sie sagte: »Die Brücke ist zu.« Die Arbeiten beginnen.', 'Sie sagte: »Die Brücke ist zu.«'],
  ['ar', 'قال: «الجسر مغلق.» تبدأ الأعمال يوم الاثنين.', 'قال: «الجسر مغلق.»'],
  ['zh', '他说：「桥梁已经关闭。」维修从周一开始。', '他说：「桥梁已经关闭。」'],
])('leaves closing marks with what they close in %s', (language, text, first) => {
  expect(textsOf(text, language)[0]).toBe(first);
});
