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
  ['prime minister', 'Prospective prime minister Jane Doe has promised a bridge', 'Prospective prime minister'],
  ['reporter', 'Court reporter Jane Doe has been in Vestby', 'Court reporter'],
  ['chief', 'The parliament of Norland has elected junta chief Jane Doe as president', 'junta chief'],
  ['chief', "After Norland's lawmakers unanimously elected Union Party chief Jane Doe", 'Union Party chief'],
  ['leader', "Burkina Faso's junta leader Jane Doe left", "Burkina Faso's junta leader"],
  ['forward', 'After an incident involving Norland forward Jane Doe', 'Norland forward'],
  ['spokesperson', 'Much is done by hand, company spokesperson Jane Doe explained', 'company spokesperson'],
  ['scientist', "It was signed by the company's chief scientist, Jane Doe", 'chief scientist'],
  ['activist', "Lawyer and women's rights activist Jane Doe spoke", "Lawyer and women's rights activist"],
  ['director', 'with the help of newly appointed technical director Jane Doe', 'newly appointed technical director'],
  ['doctor', 'Criminals such as prison camp doctor John Roe had music played', 'prison camp doctor'],
])('a "%s" is what its phrase says: %s', (role, sentence, whole) => {
  expect(wholeRole(role, sentence, { language: 'en' }).text).toBe(whole);
});

test.each([
  ['President', 'Roe told President Jane Doe to go'],
  ['President', 'In Vestby told President Jane Doe the press'],
  ['Foreign Minister', '"We go," said Foreign Minister Jane Doe'],
  ['President', 'On Tuesday President Jane Doe left'],
  ['President', 'Meanwhile President Jane Doe left'],
  ['player', 'After he kissed player Jane Doe'],
  ['CEO', 'The blockade goes on, a move CEO Jane Doe called wrong'],
  ['opposition leader', 'Union accuses opposition leader Jane Doe of it'],
  ['rapper', 'Everyone came, recalls rapper Jane Doe'],
  ['expert', 'It is clear that Wagner and Henze expert Jane Doe will follow'],
])('takes neither a subject nor a verb for a part of "%s": %s', (role, sentence) => {
  expect(wholeRole(role, sentence, { language: 'en' }).text).toBe(role);
});

test('keeps an owner in German, but no adjective without its article', () => {
  expect(wholeRole('Außenminister', 'Pakistans Außenminister Ishaq Dar reist', { language: 'de' }).text).toBe(
    'Pakistans Außenminister',
  );
  expect(wholeRole('Kanzler', 'Der deutsche Kanzler Jan Roe reist', { language: 'de' }).text).toBe('Kanzler');
});

test('takes the role nearest to the name, and says that it is over', () => {
  const sentence =
    "Norland's President John Roe and Sudland's President Jane Doe met former Osland intelligence chief Ann Lee";
  const of = (role: string, name: string) => wholeRole(role, sentence, { language: 'en', names: [name] });
  expect(of('President', 'Jane Doe').text).toBe("Sudland's President");
  expect(of('President', 'John Roe').text).toBe("Norland's President");
  const headline = 'Former US Fed chair Ann Lee dies aged 100';
  expect(wholeRole('chair', headline, { language: 'en' })).toEqual({ text: 'Former US Fed chair', former: true });
  expect(of('chief', 'Ann Lee')).toEqual({ text: 'former Osland intelligence chief', former: true });
});
