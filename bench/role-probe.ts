import { answerQuestion } from '../src/answers/ask/ask.ts';
import { sampleArchive } from '../tests/answers/sample-archive.ts';

// Asks the roles that the sample edition's articles ascribe to persons back, in English and German, in capitals and in lower case:
// `node bench/role-probe.ts`, from the project root. Right is who held it last; "refused" tells nothing false.

const context = await sampleArchive();
const { archive } = context;
const articles = await archive.listArticles({ limit: 1_000 });
const roles = await archive.rolesIn(articles.map(({ id }) => id));
/** A role that says whose it is can be asked for without its article. */
const offices = roles.filter(
  ({ role, former, actor }) =>
    !former && actor.kind === 'person' && /^\p{Lu}\S+ \p{Lu}|\b(?:of|von|der|des)\b/u.test(role),
);
const languageOf = new Map(articles.map(({ id, language }) => [id, language]));
const asked = new Map(offices.map((one) => [`${languageOf.get(one.articleId)} ${one.role}`, one]));

const counts = { right: 0, refused: 0, wrong: 0 };
for (const [key, { role, articleId }] of asked) {
  const isGerman = languageOf.get(articleId)?.startsWith('de') === true;
  const holders = new Set([...offices.values()].filter((one) => one.role === role).map(({ actor }) => actor.name));
  for (const spell of [(word: string) => word, (word: string) => word.toLowerCase()]) {
    const question = isGerman ? `Wer ist ${spell(role)}?` : `who is the ${spell(role)}`;
    const answer = await answerQuestion(question, context);
    const named = [...(answer.actors?.slice(0, 1).map(({ name }) => name) ?? []), answer.title];
    const text = answer.statements.map((statement) => statement.text).join(' ');
    const isRight = [...holders].some((name) => named.includes(name) || text.includes(name.split(' ').at(-1) ?? name));
    const outcome = answer.refused ? 'refused' : isRight ? 'right' : 'wrong';
    counts[outcome]++;
    if (outcome !== 'right') console.log(outcome, question, key, answer.actors?.[0]?.name ?? text.slice(0, 80));
  }
}
console.table(counts);
process.exit();
