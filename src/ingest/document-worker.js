// JavaScript, so that a thread whose modules are found compiled loads no stripper of types; it costs as much as all of them.
import module from 'node:module';

module.enableCompileCache();
const { packAnswer, parseDocument } = await import('./parse-document.ts');

/**
 * What a thread of the pool does with a document.
 * @param {import('./parse-document.ts').DocumentOrder} order
 * @returns {Promise<string>}
 */
export default async function work(order) {
  return packAnswer(await parseDocument(order));
}
