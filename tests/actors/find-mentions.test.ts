import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/actors/find-mentions.ts';

/** "person Ann Lee; place Oslo" */
function read(text: string, language: string): string {
  return findMentions(text, language)
    .map(({ type, text: name }) => `${type} ${name}`)
    .join('; ');
}

describe('English', () => {
  test.each([
    [
      'titles before a name',
      'Officials met Foreign Minister Ilse Falkner and Prime Minister Okada.',
      'person Ilse Falkner; person Okada',
    ],
    ['lower-case roles', 'The city thanked mayor Ilse Falkner.', 'person Ilse Falkner'],
    ['an office of a body', 'Later FIFA President Gianni Rossi spoke.', 'organization FIFA; person Gianni Rossi'],
    ['a state in a title', 'Then US President Walter Brandt spoke.', 'place US; person Walter Brandt'],
    ['a nationality in a title', 'It was South Korean Foreign Minister Park Min who wrote.', 'person Park Min'],
    ['a title without a name', 'The Prime Minister and the Foreign Minister agreed.', ''],
    [
      'an institution called after a queen',
      'She was taken to Queen Mathilda Hospital.',
      'organization Queen Mathilda Hospital',
    ],
    [
      'particles',
      'Critics say Ludwig van der Berg and Omar bin Rashid met.',
      'person Ludwig van der Berg; person Omar bin Rashid',
    ],
    [
      'initials',
      'The prize went to J. R. Hollow and Mary T. Quill Jr.',
      'person J. R. Hollow; person Mary T. Quill Jr.',
    ],
    [
      'ministries and universities',
      'The Norwegian Ministry of Health wrote to the University of Tartu.',
      'organization Norwegian Ministry of Health; organization University of Tartu',
    ],
    [
      'companies',
      'They sued Nordwind Energy Inc. and Falk & Sons.',
      'organization Nordwind Energy Inc.; organization Falk & Sons',
    ],
    ['acronyms', 'The EU and NATO informed the IAEA.', 'organization EU; organization NATO; organization IAEA'],
    ['acronyms that name nobody', 'The CEO saw GDP grow on TV.', ''],
    [
      'states and cities',
      'Talks between Japan and South Korea were held in Tokyo.',
      'place Japan; place South Korea; place Tokyo',
    ],
    [
      'an unknown town by its neighbors',
      'He was born in Brenwick, near the town of Estby.',
      'place Brenwick; place Estby',
    ],
    ['what has a mayor', 'They wrote to the mayor of Brenwick.', 'place Brenwick'],
    ['a definition', 'Tolmark is a small village on the coast.', 'place Tolmark'],
    ['waters and streets', 'Ships on Lake Aske saw the Norland Bridge.', 'place Lake Aske; place Norland Bridge'],
    ['nationalities alone', 'Many French and South Korean voters like Americans.', ''],
    ['sentence openers', 'However, officials refused. Protesters left. Nobody knows why.', ''],
    ['a word seen in lower case elsewhere', 'Voters went home. Most voters were tired.', ''],
    ['days, months and wars', 'On Monday in July they spoke of World War II and the Battle of Esk.', ''],
    [
      'possessives',
      "Ilse Falkner's plan pleased Japan's Supreme Court.",
      'person Ilse Falkner; place Japan; organization Supreme Court',
    ],
    ['titles of works', 'He sang "The Lonely Harbor" in Oslo.', 'place Oslo'],
    ['adjectives made of names', 'A Tokyo-based firm won the World Cup-winning team over.', ''],
    [
      'a headline in capitals',
      'SOCCER - SRI LANKA HELD TO DRAW IN MADRID.\n\nSri Lanka drew.',
      'place SRI LANKA; place MADRID; place Sri Lanka',
    ],
    ['a headline in capitals alone', 'TENNIS - FALKNER THROUGH TO MADRID SEMIFINALS.', 'place MADRID'],
    [
      'titles with a hyphen',
      'Later U.N. Secretary-General Ilse Falkner spoke.',
      'organization U.N.; person Ilse Falkner',
    ],
    ['a company that opens like a rank', 'General Motors Corp cut jobs.', 'organization General Motors Corp'],
    ['a bank in another language', 'Profits rose, Banque Estienne said.', 'organization Banque Estienne'],
    ['a club called after its town', 'They lost to Wanderlust Rotterdam.', 'organization Wanderlust Rotterdam'],
    ['rows of a table', 'Minnesota 27 15 .643\n\nNorway 3 2 1 0', 'organization Minnesota; place Norway'],
    ['an agency said to be one', 'He has left, Nordfax news agency said.', 'organization Nordfax'],
    [
      'a headline in title case',
      'Ilse Falkner Wins Big Prize Again\n\nIlse Falkner was happy.',
      'person Ilse Falkner; person Ilse Falkner',
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });

  test('assigns one kind to each name, and the fuller name’s kind to a surname', () => {
    const text = 'Ilse Falkner came late. In Falkner they see hope. Falkner left early.';
    expect(read(text, 'en')).toBe('person Ilse Falkner; person Falkner; person Falkner');
  });

  test('finds offsets that cut the name out of the text', () => {
    const text = 'Yesterday the mayor of Estby, Ilse Falkner, met the EU.';
    for (const { start, end, text: name } of findMentions(text, 'en')) expect(text.slice(start, end)).toBe(name);
  });

  test('believes what the archive knows of a name', () => {
    const text = 'Everyone waits for Norlinie.';
    expect(findMentions(text, 'en', (name) => (name === 'Norlinie' ? 'organization' : undefined))[0]?.type).toBe(
      'organization',
    );
  });
});

describe('German', () => {
  test.each([
    [
      'roles',
      'Der südkoreanische Außenminister Park Min traf Bundeskanzlerin Ilse Falkner.',
      'person Park Min; person Ilse Falkner',
    ],
    ['common nouns', 'Die Regierung hat der Opposition ein Gespräch über die Reform der Rente angeboten.', ''],
    ['names behind common nouns', 'Der Stürmer Gerd Maurer verließ den Verein.', 'person Gerd Maurer'],
    [
      'particles',
      'Am Abend sprach Ursula von der Heide mit Ludwig van Beeken.',
      'person Ursula von der Heide; person Ludwig van Beeken',
    ],
    ['states in the genitive', 'Frankreichs Präsident reist nach Kiew.', 'place Frankreichs; place Kiew'],
    [
      'institutions',
      'Das Institut für Weltwirtschaft lobt die Vereinten Nationen und die EU.',
      'organization Institut für Weltwirtschaft; organization Vereinten Nationen; organization EU',
    ],
    ['surnames of fuller names', 'Maurer kam spät. Später ging Gerd Maurer.', 'person Maurer; person Gerd Maurer'],
    ['places by their kind', 'Bei dem Ort Savukko fließt der Fluss ins Meer.', 'place Savukko'],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text, 'de')).toBe(expected);
  });
});

describe('other languages', () => {
  test.each([
    [
      'fr',
      'Le président Émile Rochat a rencontré la presse en Allemagne. Paris hésite.',
      'person Émile Rochat; place Allemagne; place Paris',
    ],
    ['es', 'El presidente Pablo Ibarra viajó a Corea del Sur.', 'person Pablo Ibarra; place Corea del Sur'],
    ['ru', 'Президент России Иван Петров прибыл в Южную Корею.', 'place России; person Иван Петров; place Южную Корею'],
    ['el', 'Ο πρωθυπουργός Νίκος Λάμπρου πήγε στην πρωτεύουσα της Γερμανίας.', 'person Νίκος Λάμπρου; place Γερμανίας'],
    ['tr', "Almanya'nın başkenti Berlin'de toplantı var.", 'place Almanya; place Berlin'],
    ['zh', '韩国外长访问日本。', 'place 韩国; place 日本'],
    ['ar', 'وصل الوزير إلى اليابان اليوم', 'place اليابان'],
  ])('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test('reads nothing from an empty text', () => {
    expect(findMentions('', 'en')).toEqual([]);
  });
});

describe('other languages', () => {
  test.each([
    ['states joined by "and" are two', 'es', 'Hubo lluvias en Brasil y Ecuador.', 'place Brasil; place Ecuador'],
    ['a state with "and" in its name', 'es', 'Hubo lluvias en Bosnia y Herzegovina.', 'place Bosnia y Herzegovina'],
    [
      'persons joined by "and" are two',
      'es',
      'Hablaron Ana Ruiz y Carlos Vega.',
      'person Ana Ruiz; person Carlos Vega',
    ],
    ['what is called after something is no person', 'es', 'Lo dijo la Carrera de San Norlín.', ''],
    ['a lone name', 'ru', 'Мост построили в городе Калвора на реке.', 'place Калвора'],
    ['a given name in another script', 'ru', 'Об этом сообщил Николай Брантов в среду.', 'person Николай Брантов'],
    [
      'a surname in another case',
      'ru',
      'Об этом сообщил Николай Брантов. Вчера слова Брантова повторили все.',
      'person Николай Брантов; person Брантова',
    ],
    ['a name in Latin letters', 'ru', 'Паром построила компания Norlinie в марте.', 'organization Norlinie'],
    [
      'states and a Latin name',
      'zh',
      '德国总理布兰特（Ilja Brandt）周三访问了中国和法国。',
      'place 德国; person Ilja Brandt; place 中国; place 法国',
    ],
    [
      'states and a Latin name',
      'ar',
      'زار المستشار إيليا برانت (Ilja Brandt) مصر وفرنسا.',
      'person Ilja Brandt; place مصر; place فرنسا',
    ],
    ['a numeral', 'ru', 'Мост построили в XIX веке.', ''],
  ])('%s (%s)', (_, language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});
