import { headlineOf, readSentences } from '../src/answers/article-sentences.ts';
import { readLabeledArchive } from './lib/labeled-archives.ts';

// Prints articles with the numbers of their sentences, which `bench/labels/questions-*.jsonl` speak of: `node bench/number-sentences.ts
// ARCHIVE [WORD]`, from the project root; with a word only the articles that have it. The headline has a number of its own.

const [name = '', word = ''] = process.argv.slice(2);
for (const { article, seenAt } of readLabeledArchive(name)) {
  const lines = [headlineOf(article), ...readSentences(article)];
  if (!lines.some(({ sentence }) => sentence.text.toLowerCase().includes(word.toLowerCase()))) continue;
  console.log(`\n== ${article.id} ${seenAt?.toString().slice(0, 10) ?? 'no day'}`);
  for (const { sentence } of lines) console.log(`${sentence.index} ${sentence.text}`);
}
