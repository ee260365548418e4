import { expect, test } from 'vitest';
import { wholeRole } from '../../../src/answers/who/whole-role.ts';

test.each([
  ['head', 'A case against Norland Football Union (NFU) head Jane Doe was opened', 'Norland Football Union (NFU) head'],
  ['activist', 'Swedish environmental activist Jane Doe has won', 'Swedish environmental activist'],
  ['singer', 'British-French actress and singer Jane Doe has died', 'British-French actress and singer'],
  ['billionaire', 'A fight with rival tech billionaire John Roe', 'rival tech billionaire'],
  ['Foreign Minister', "Iran's Foreign Minister Jane Doe came", "Iran's Foreign Minister"],
  ['Fed chair', 'Roe is set to replace outgoing Fed chair Jane Doe', 'outgoing Fed chair'],
  [
    'minister of culture',
    "said Jane Doe, Spain's acting minister of culture and sport",
    "Spain's acting minister of culture",
  ],
  ['Prime Minister', 'South Korean Prime Minister Jane Doe left', 'South Korean Prime Minister'],
])('a "%s" is what its phrase says: %s', (role, sentence, whole) => {
  expect(wholeRole(role, sentence, 'en')).toBe(whole);
});

test.each([
  ['President', 'Roe told President Jane Doe to go'],
  ['President', 'In Vestby told President Jane Doe the press'],
  ['Foreign Minister', '"We go," said Foreign Minister Jane Doe'],
  ['President', 'On Tuesday President Jane Doe left'],
  ['President', 'Meanwhile President Jane Doe left'],
  ['player', 'After he kissed player Jane Doe'],
  ['expert', 'It is clear that Wagner and Henze expert Jane Doe will follow'],
])('takes neither a subject nor a verb for a part of "%s": %s', (role, sentence) => {
  expect(wholeRole(role, sentence, 'en')).toBe(role);
});

test('keeps an owner in German, but no adjective without its article', () => {
  expect(wholeRole('Außenminister', 'Pakistans Außenminister Ishaq Dar reist', 'de')).toBe('Pakistans Außenminister');
  expect(wholeRole('Kanzler', 'Der deutsche Kanzler Jan Roe reist', 'de')).toBe('Kanzler');
});
