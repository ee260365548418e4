import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.ts';
import { newsOf } from '../../../src/briefings/news/story-news.ts';
import { chooseStatements } from '../../../src/briefings/statements/choose-statements.ts';
import { titleArticleOf } from '../../../src/briefings/tell-story.ts';
import { runSync } from '../../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

function articleOf(id: string, hour: number, headline: string, lead: string, ...texts: readonly string[]): Article {
  return makeTestArticle({
    id: `dw:${id}`,
    headline,
    at: `2027-05-03T${String(hour).padStart(2, '0')}:00:00Z`,
    lead,
    paragraphs: texts,
  });
}

const tell = (articles: readonly Article[], max: number): readonly string[] =>
  runSync(
    chooseStatements(
      articles.map((article) => newsOf(article, [])),
      max,
    ),
  ).map(({ text }) => text);

const vote = articleOf(
  '1',
  12,
  'Brenwick closes its harbor bridge',
  'Engineers found cracks in three pillars.',
  'The council of Brenwick voted on Monday to close its harbor bridge after engineers found cracks.',
  'Repairs will cost 40 million euros and take four years, according to the town.',
  'Mayor Ilse Falkner promised free ferries from June.',
);

describe('the statements of a story', () => {
  test('say nothing that title and lead have said', () => {
    const texts = tell([vote], 3);
    expect(texts[0]).toBe('Engineers found cracks in three pillars.');
    expect(texts).toContain('Repairs will cost 40 million euros and take four years, according to the town.');
    expect(texts.join(' ')).not.toContain('voted on Monday');
  });

  test('give a figure of the news rather than what was a year ago', () => {
    const strike = articleOf(
      '9',
      12,
      'Varn: Ferry crews walk out',
      'The ferry crews of Varn have gone on strike for two days, their union said on Monday.',
      'Passengers waited at the harbor, where volunteers handed out water and fruit to families with children.',
      'The shipping company expects 340 crossings to be canceled and 90,000 travelers to be stranded.',
      'On March 14, 2026, crews of the shipping company had staged a walkout that stopped all traffic for a day.',
    );
    expect(tell([strike], 2).at(-1)).toContain('340 crossings');
  });

  test('replace an opening that only repeats the title with the figure that follows', () => {
    const election = makeTestArticle({
      id: 'dw:20',
      headline: 'Oland: Falkner wins third term in election',
      at: '2027-05-03T12:00:00Z',
      paragraphs: [
        'Ilse Falkner has won a third term in the election of Oland on Sunday.',
        'Falkner received 61.4% of the vote.',
        'Rain kept some voters of the Lower Quay at home.',
      ],
    });
    expect(tell([election], 1)).toEqual(['Falkner received 61.4% of the vote.']);
  });

  test('open with what adds to a title that a lead only repeats, and not with what is long past', () => {
    const opening = (headline: string, lead: string) =>
      tell([makeTestArticle({ id: 'dw:24', headline, at: '2027-05-03T12:00:00Z', lead, paragraphs: [] })], 1);
    expect(
      opening(
        'Falkner ready to hold talks with Norlinie in Aisby',
        'Ilse Falkner said the town is ready to hold talks with Norlinie in Aisby. Explosions killed several people in Aisby.',
      ),
    ).toEqual(['Explosions killed several people in Aisby.']);
    expect(
      opening(
        'Oland: Harbor chief sentenced to 12 years for deadly fire',
        'The fire at the harbor of Varn in 2018 killed 43. The court found the former chief guilty of neglect and sentenced him to 12 years in prison.',
      ),
    ).toEqual(['The court found the former chief guilty of neglect and sentenced him to 12 years in prison.']);
  });

  test('take a sentence together with the one that it refers to', () => {
    const fire = makeTestArticle({
      id: 'dw:21',
      headline: 'Fire destroys a shipyard in Varn',
      at: '2027-05-03T12:00:00Z',
      paragraphs: [
        'A fire has destroyed the largest shipyard of Varn, the police said on Monday.',
        'Rain fell on the quay.',
        'Engineers of Norlinie valued eleven ferries at 40 million euros.',
        'They will be replaced within two years, at a cost of 90 million euros.',
      ],
    });
    expect(tell([fire], 3).slice(1)).toEqual([
      'Engineers of Norlinie valued eleven ferries at 40 million euros.',
      'They will be replaced within two years, at a cost of 90 million euros.',
    ]);
  });

  describe('show a charge with its reply', () => {
    const paragraphs = [
      'Two newspapers accused Mayor Ilse Falkner on Monday of taking 40,000 euros from the ferry company Norlinie.',
      'The prosecutors of Varn opened an investigation of three officials.',
      'Some 200 people gathered at the quay of Varn on Monday evening.',
      'The council of Varn will discuss the affair on Thursday.',
    ];
    const charge = (reply: string) =>
      runSync(
        chooseStatements(
          [
            newsOf(
              makeTestArticle({
                id: 'dw:22',
                headline: 'Varn: Mayor accused of corruption',
                at: '2027-05-03T12:00:00Z',
                paragraphs: [...paragraphs, reply],
              }),
              [],
            ),
          ],
          2,
        ),
      );

    test.each([
      'Falkner rejected the allegations.',
      'Falkner has called the reports "false" and will not resign.',
      'The accusation of the newspapers could not be independently verified.',
    ])('%s', (reply) => {
      expect(charge(reply).find(({ isReply }) => isReply)?.text).toBe(reply);
    });

    test.each([
      [
        'The airship company counts 100 dead. The airship crew denies that civilians were harmed.',
        'Airship strike kills 100 at market',
      ],
      [
        'Falkner is charged with taking 40,000 euros. Her attorney says the case is "vindictive."',
        'Varn: Falkner appears in court',
      ],
    ])('also where one sentence is asked: %s', (lead, headline) => {
      const article = makeTestArticle({ id: 'dw:25', headline, at: '2027-05-03T12:00:00Z', lead, paragraphs: [] });
      expect(tell([article], 1)).toHaveLength(2);
    });

    test('but take no refusal of something else for one', () => {
      expect(charge('Falkner denied a second company its license.').some(({ isReply }) => isReply)).toBe(false);
    });
  });

  test('include no charge below the opening that comes to nothing further down', () => {
    const told = (end: string) =>
      tell(
        [
          articleOf(
            '23',
            12,
            'Varn signs keeper Ilse Falkner',
            'The club Varn United has signed the keeper Ilse Falkner for two years.',
            'Falkner, 21, was arrested in January 2026 over an alleged assault on two guards of the harbor.',
            end,
          ),
        ],
        2,
      );
    const charge = /arrested/;
    expect(told('The club plays in Aisby on Sunday.').some((text) => charge.test(text))).toBe(true);
    expect(told('All charges were dropped in February.').some((text) => charge.test(text))).toBe(false);
  });

  test('include no plan that a later article has overtaken', () => {
    const morning = articleOf(
      '2',
      6,
      'Brenwick: Council meets on bridge',
      'The town decides today.',
      'The council of Brenwick is to meet the engineer Jonas Ebner of Varn in the afternoon.',
    );
    expect(tell([vote, morning], 5).join(' ')).not.toContain('is to meet');
  });

  test('include no toll that a later article has raised', () => {
    const late = articleOf('3', 20, 'Flood in Varn: 12 dead', 'Twelve people were killed in Varn.', 'Rain went on.');
    const early = articleOf(
      '4',
      8,
      'Flood in Varn: six dead',
      'Six dead.',
      'Six people were killed in the Lower Quay of Varn.',
    );
    expect(tell([late, early], 5).join(' ')).not.toContain('Six people');
  });

  test('prefer another sentence to one with a misprinted name', () => {
    const visit = articleOf(
      '5',
      9,
      'Minister visits Brenwick',
      'Harbor Minister Anna Weller saw the pillars.',
      'Anna Weller promised money from the fund for ports.',
      'Anna Veller spoke with forty shop owners of the Lower Quay for an hour.',
    );
    expect(tell([visit], 4).join(' ')).not.toContain('Veller');
  });

  test('open with the lede if the first sentence sets a scene', () => {
    const scene = makeTestArticle({
      id: 'dw:6',
      headline: 'Port director Ebner dismissed in Varn',
      at: '2027-05-03T09:00:00Z',
      paragraphs: [
        'The rise of the quiet engineer surprised many. The city of Varn dismissed its port director Jonas Ebner on Monday.',
      ],
    });
    expect(tell([scene], 2)).toEqual(['The city of Varn dismissed its port director Jonas Ebner on Monday.']);
  });

  test('include only attributed sentences of a comment', () => {
    const comment = articleOf(
      '14',
      9,
      'Opinion: Brenwick needs its bridge',
      'Nobody has explained the cracks. Brenwick owes its people an answer, writes Tom Becker.',
      'A council that closes a bridge without a word has lost its task.',
    );
    expect(tell([comment], 3)).toEqual(['Brenwick owes its people an answer, writes Tom Becker.']);
  });

  describe('of a feature', () => {
    const cafe = [
      'The first guests wait in the rain outside the church of Lower Quay.',
      'Tom Becker, 54, has slept under the harbor bridge since his landlord sold the house.',
      'Brenwick has failed to slash homelessness: 4,200 people in the town had no home in April, twice as many as in 2019.',
      'The council promised 300 new flats to end homelessness in Brenwick, the mayor said.',
    ];
    const feature = makeTestArticle({
      id: 'dw:9',
      headline: 'Brenwick fails to slash homelessness',
      at: '2027-05-03T09:00:00Z',
      paragraphs: cafe,
    });

    test('open with the lede, and leave out the scene before it', () => {
      expect(tell([feature], 4)).toEqual(cafe.slice(2));
    });

    test('leave out the scene below a lead, too', () => {
      const lead = 'The town builds too few flats.';
      const withLead = makeTestArticle({
        id: 'dw:10',
        headline: feature.headline,
        at: '2027-05-03T09:00:00Z',
        lead,
        paragraphs: cafe,
      });
      expect(tell([withLead], 5)).toEqual([lead, cafe[3]]);
    });

    test('open with the first sentence if it is current news', () => {
      const dated = ['The church of Lower Quay in Brenwick closed its cafe for the poor on Sunday.', ...cafe.slice(1)];
      const news = makeTestArticle({
        id: 'dw:11',
        headline: feature.headline,
        at: '2027-05-03T09:00:00Z',
        paragraphs: dated,
      });
      expect(tell([news], 2)[0]).toBe(dated[0]);
    });

    test('leave the title alone where no sentence says anything of it', () => {
      const portrait = makeTestArticle({
        id: 'dw:12',
        headline: 'Homelessness: what Brenwick fears',
        at: '2027-05-03T09:00:00Z',
        paragraphs: ['Tom Becker is used to finding his way around the harbor at night.', 'Rain falls on the tents.'],
      });
      expect(tell([portrait], 3)).toEqual([]);
    });

    test('open with no quotation, and with nothing that was long ago', () => {
      const past = [
        '"It was cold," said Tom Becker.',
        'Homelessness in Brenwick began to slash hopes in 1998.',
        ...cafe.slice(2),
      ];
      const quoted = makeTestArticle({
        id: 'dw:12',
        headline: feature.headline,
        at: '2027-05-03T09:00:00Z',
        paragraphs: past,
      });
      expect(tell([quoted], 1)).toEqual([cafe[2]]);
    });
  });

  test('stay with the matter in a long feature', () => {
    const long = makeTestArticle({
      id: 'dw:13',
      headline: 'Shops in Brenwick sell less',
      at: '2027-05-03T09:00:00Z',
      paragraphs: [
        'Shops in Brenwick sold a tenth less in April than a year ago, the traders said on Monday.',
        ...Array.from({ length: 15 }, (_, day) => `Was it better on day ${day + 1}?`),
        'The streets of distant Estby glitter with 40,000 lamps.',
      ],
    });
    expect(tell([long], 3).join(' ')).not.toContain('Estby');
  });
});

describe('without a lead, a story opens', () => {
  const openerOf = (headline: string, ...paragraphs: readonly string[]) =>
    tell([makeTestArticle({ id: 'dw:9', at: '2027-05-03T12:00:00Z', headline, paragraphs })], 1);

  test('avoid references to an earlier sentence if there is an alternative', () => {
    const [opener] = openerOf(
      'Will Oland join the ferry pact?',
      'Will Oland stay out of the pact?',
      'Tom Becker of the ferry company Norlinie hopes for the best.',
      'Becker said that prices would fall by a third.',
      'Oland and Brevia will speak of the ferry pact in Varn on Thursday.',
    );
    expect(opener).toBe('Oland and Brevia will speak of the ferry pact in Varn on Thursday.');
  });

  test('with what a feature of few words leads up to', () => {
    const [opener] = openerOf(
      'Varn prepares for a rowdy night of fireworks',
      'In Oland, winter is all about quiet and family.',
      'The police of Varn have prepared for a rowdy night with fireworks on Friday.',
    );
    expect(opener).toContain('The police of Varn');
  });

  test('with what has its name in quotation marks, but with nobody who speaks', () => {
    const book = '"The Port" is the most printed novel of Oland in this year.';
    expect(openerOf('A novel of Oland', book, 'It was written in 1964.')).toEqual([book]);
    const speech = '"I like the port of Varn," said a reader from Oland.';
    const news = 'The novel of the port of Varn was printed in Oland again on Monday.';
    expect(openerOf('A novel of Oland', speech, news)).toEqual([news]);
  });

  test('and never includes standing notes', () => {
    const texts = openerOf(
      'Varn: Militants seize ferry of the Norlinie',
      'The Blue Hand is classified as a terrorist organization by Oland and Brevia.',
      'Militants of the Blue Hand seized a ferry of the Norlinie off Varn on Monday.',
    );
    expect(texts.join(' ')).not.toContain('classified');
  });
});

test('a lead that was cut at a length opens no story', () => {
  const long =
    'The council of Brenwick fears that the harbor bridge will not be repaired before the second winter from now';
  const cut = articleOf(
    '10',
    12,
    'Brenwick waits',
    `${long}, since no engineer of the whole country of Oland wa`,
    'Rain fell.',
  );
  expect(tell([cut], 1)).toEqual([]);
  const whole = articleOf('11', 12, 'Brenwick waits', long, 'Rain fell.');
  expect(tell([whole], 1)).toEqual([long]);
});

describe('the title of a story', () => {
  const title = (...articles: readonly Article[]) =>
    titleArticleOf(articles.map((article) => newsOf(article, [])))?.article.headline;

  test('says what happened if the newest article only explains', () => {
    const why = articleOf('7', 14, 'Why Brenwick closes its bridge', 'Cracks have a long history.', 'Salt does it.');
    expect(title(why, vote)).toBe('Brenwick closes its harbor bridge');
    expect(title(why)).toBe('Why Brenwick closes its bridge');
  });

  test('is the newest of those that say it', () => {
    const ferries = articleOf('8', 15, 'Ferries for Brenwick', 'Ferries will run from June.', 'They are free.');
    expect(title(ferries, vote)).toBe('Ferries for Brenwick');
  });
});
