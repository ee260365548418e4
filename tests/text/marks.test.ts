import { describe, expect, test } from 'vitest';
import { isFit } from '../../src/briefings/statements/sentence-fitness.ts';
import {
  endsInPause,
  endsInQuestion,
  endsLikeHeading,
  endsSentence,
  hasUnmatchedMark,
  partsSentences,
} from '../../src/text/marks.ts';

test.each([
  'The bridge is closed.',
  'She said: “The bridge is closed.”',
  '桥梁已经关闭。',
  '他说：「桥梁已经关闭。」',
  'पुल बंद है।',
  'पुल बंद है।”',
  'پل بند ہے۔',
  'ድልድዩ ተዘግቷል።',
  'ድልድዩ ተዘግቷል፡፡',
  'Le maire a dit : « Le pont est fermé. »',
  'Der Bürgermeister sagte: »Die Brücke ist zu.«',
  'The bridge is closed (for a year).',
])('ends a sentence: %s', (text) => {
  expect(endsSentence(text)).toBe(true);
  expect(endsInQuestion(text)).toBe(false);
});

test.each(['The bridge is closed', 'The bridge, which', '桥梁已经关闭，', 'पुल बंद है', 'Bridges (of iron)'])(
  'does not end a sentence: %s',
  (text) => expect(endsSentence(text)).toBe(false),
);

test.each(['Why?', '为什么？', 'لماذا؟', 'ለምን፧', '“Why?”', 'Pourquoi ? »', 'Really?!'])('asks: %s', (text) =>
  expect(endsInQuestion(text)).toBe(true),
);

test('tells a heading by its end in every script', () => {
  expect(['A new bridge', 'What did it cost?', '新桥', '它花了多少钱？'].map(endsLikeHeading)).not.toContain(false);
  expect(['It is closed.', '桥梁已经关闭。', 'The mayor said:', '市长说：'].map(endsLikeHeading)).not.toContain(true);
});

test('a comma of any script divides', () => {
  expect(['one,', '一，', 'واحد،', 'አንድ፣'].map(endsInPause)).not.toContain(false);
});

test('a sentence ends between two words without a blank only where the script sets none', () => {
  expect(['. ', '.” ', '。', '। ', '?! '].map(partsSentences)).not.toContain(false);
  expect(['.', ' ', ', ', '，', '’'].map(partsSentences)).not.toContain(true);
});

describe('a quotation or bracket without its other half', () => {
  test.each([
    '« Toutes nos actions auront un effet.',
    'Il l’a dit », selon le maire.',
    '他说：「桥梁已经关闭。',
    'The bridge (of iron is closed.',
    'of iron) is closed.',
    '“The bridge is closed.',
    'is closed,” she said.',
  ])('is seen: %s', (text) => expect(hasUnmatchedMark(text)).toBe(true));

  test.each([
    '« Le pont est fermé », a dit le maire.',
    '»Die Brücke ist zu«, sagte sie.',
    'Sie sagte: „Die Brücke ist zu.“',
    '（德国之声中文网)桥梁已经关闭。',
    '他说：「桥梁『大桥』已经关闭。」',
    'The bridge [of iron] (1890) and {that} are closed.',
  ])('is not missed: %s', (text) => expect(hasUnmatchedMark(text)).toBe(false));
});

test.each([
  ['zh', '市政府周五宣布，港口大桥将关闭一年进行维修。'],
  ['hi', 'नगर परिषद ने शुक्रवार को घोषणा की कि बंदरगाह का पुल एक साल के लिए बंद रहेगा।'],
  ['ur', 'شہری حکومت نے جمعہ کو اعلان کیا کہ بندرگاہ کا پل ایک سال کے لیے بند رہے گا۔'],
  ['bn', 'নগর কর্তৃপক্ষ শুক্রবার ঘোষণা করেছে যে বন্দরের সেতু এক বছর বন্ধ থাকবে।'],
  ['am', 'የከተማው አስተዳደር የወደቡ ድልድይ ለአንድ ዓመት እንደሚዘጋ ዓርብ ዕለት አስታወቀ፡፡'],
  ['ar', 'أعلنت بلدية المدينة يوم الجمعة أن جسر الميناء سيغلق لمدة عام.'],
])('a briefing may quote a sentence in %s', (language, text) => {
  expect(isFit(text, language)).toBe(true);
});
