import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import type { AnswerContext } from '../../src/answers/answer-archive.ts';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { answerBackground } from '../../src/answers/background/background.ts';
import { answerSearch } from '../../src/answers/search.ts';
import { answerWho } from '../../src/answers/who/who.ts';
import { floodInTwelveLanguages } from './flood-in-twelve-languages.ts';
import { smallArchive } from './small-archive.ts';

let context: AnswerContext;
beforeAll(async () => {
  context = await smallArchive(floodInTwelveLanguages);
});

const articlesOf = ({ statements }: Answer) =>
  statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));

/** As people type them: without accents at times, in the form of a dictionary, in any case. */
const words: Readonly<Record<string, string>> = {
  es: 'inundación policía hospital grieta elección',
  fr: 'inondation blessé hopital fissure élections',
  pt: 'enchente hospitais rachadura eleição ferido',
  ru: 'наводнения полиция больница трещина выборы',
  uk: 'провінція поліція лікарня тріщина вибори',
  tr: 'sel polis hastane köprü seçim',
  ar: 'فيضان الشرطة مستشفى جسر عاصمة',
  hi: 'बाढ़ पुलिस अस्पताल पुल चुनाव',
};

describe('what is typed in one of twelve languages', () => {
  it.each(Object.entries(words).flatMap(([language, list]) => list.split(' ').map((word) => [language, word])))(
    'finds the article with a plain word: %s %s',
    async (language = '', word = '') => {
      expect(articlesOf(await answerSearch(word, context))).toContain(`dw:${language}`);
    },
  );

  it.each([
    ['es', 'Clara Winter', 'inundaciones en Sarwana'],
    ['fr', 'Clara Winter', 'inondations au Sarwana'],
    ['pt', 'Clara Winter', 'enchentes em Sarwana'],
    ['ru', 'Клара Винтер', 'наводнение в Сарване'],
    ['uk', 'Клара Вінтер', 'повінь у Сарвані'],
    ['tr', 'Clara Winter', 'Sarvana sel'],
    ['ar', 'كلارا فينتر', 'فيضانات ساروانا'],
    ['fa', 'کلارا وینتر', 'سیل ساروانا'],
    ['hi', 'क्लारा विंटर', 'सरवाना बाढ़'],
    ['zh', '克拉拉·温特', '萨尔瓦纳洪水'],
  ])(
    'says who somebody is and what a story is about, where only that language has them: %s',
    async (language, name, topic) => {
      const alone = await smallArchive(floodInTwelveLanguages.filter((one) => one.language === language));
      for (const answer of [await answerWho(name, alone), await answerBackground(topic, alone)]) {
        expect(answer).toMatchObject({ refused: false });
        expect(articlesOf(answer)).toContain(`dw:${language}`);
      }
    },
  );

  it('finds a name by the Latin one in brackets, and what the article calls it elsewhere', async () => {
    const alone = await smallArchive(floodInTwelveLanguages.filter(({ language }) => language === 'zh'));
    const said = (await answerWho('Clara Winter', alone)).statements.map(({ text }) => text);
    expect(said).toContain('温特宣布，地方选举将推迟到五月举行。');
  });

  it.each([
    ['es', '¿Por qué fue cerrado el puente del puerto?', 'grietas'],
    ['fr', 'Pourquoi le pont du port a-t-il été fermé ?', 'fissures'],
    ['ru', 'Почему закрыли портовый мост?', 'трещины'],
    ['uk', 'Чому закрили портовий міст?', 'тріщини'],
    ['ar', 'إلى متى تأجيل الانتخابات الإقليمية؟', 'مايو'],
    ['hi', 'बंदरगाह का पुल क्यों बंद कर दिया गया?', 'दरारें'],
    ['zh', '港口大桥为什么关闭？', '裂缝'],
  ])('answers a question in its language: %s', async (language, question, held) => {
    const answer = await answerQuestion(question, context);
    expect(answer).toMatchObject({ refused: false, language });
    expect(answer.statements[0]?.text).toContain(held);
  });

  it.each([
    '¿Cuándo dimitió el entrenador del club Varn?',
    'Кто выиграл чемпионат по шахматам?',
    '谁赢得了国际象棋锦标赛？',
  ])('refuses what no article answers: %s', async (question) => {
    expect(await answerQuestion(question, context)).toMatchObject({ refused: true, statements: [] });
  });
});
