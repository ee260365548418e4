import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnswerContext } from '../../src/answers/answer-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import { readSampleEdition } from '../../src/cli/demo/sample-edition/read-sample-edition.ts';
import type { SampleArticle, SampleBlock } from '../../src/cli/demo/sample-edition/sample-article.ts';
import { readSources } from '../../src/cli/read-sources.ts';
import { parseConfig } from '../../src/config/config.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';
import { archiveOf } from './small-archive.ts';

/** An archive of the sample edition, all revisions in their order, on the evening of its last day. */
export async function sampleArchive(): Promise<AnswerContext> {
  return archiveOf((await readSampleEdition()).articles.map(toArticle));
}

const seedArticle = new URL(
  '../../../shared/dw/pages/text-en-article-2022-07-18-korea-japan-talks.txt',
  import.meta.url,
);

/** Whether the publisher's own article, which is no part of this repository, lies beside the checkout. */
export const hasSeedArticle = existsSync(seedArticle);

/** An archive of that article alone. */
export async function seedArchive(): Promise<AnswerContext> {
  return archiveOf(await readSources([fileURLToPath(seedArticle)], parseConfig('', 'test')));
}

function toArticle({ id, headline, lead, blocks, modifiedAt, revision, language }: SampleArticle): Article {
  return makeTestArticle({
    id: `dw:${id}`,
    headline,
    lead,
    paragraphs: blocks.flatMap(textsOf),
    at: modifiedAt.toString(),
    revision,
    language,
  });
}

function textsOf(block: SampleBlock): string[] {
  if (block.kind === 'paragraph') return [block.text.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')];
  if (block.kind === 'list') return [...block.items];
  return block.kind === 'heading' || block.kind === 'post'
    ? [`## ${block.kind === 'heading' ? block.text : block.heading}`]
    : [];
}
