import type { Statement } from '../briefings/briefing.ts';

/** Joins statements that are adjacent both here and in their article, so that "He ..." is read with its antecedent. */
export function joinPassages(statements: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  let previous: Statement | undefined;
  for (const statement of statements) {
    const open = joined.at(-1);
    if (open && previous && continues(previous, statement)) {
      joined[joined.length - 1] = { ...open, text: `${open.text} ${statement.text}` };
    } else joined.push(statement);
    previous = statement;
  }
  return joined;
}

function continues(one: Statement, next: Statement): boolean {
  const [from, to] = [one.citations[0], next.citations[0]];
  return (
    one.date === next.date &&
    one.quoted === next.quoted &&
    one.citations.length === 1 &&
    next.citations.length === 1 &&
    from !== undefined &&
    to !== undefined &&
    from.articleId === to.articleId &&
    from.sentence + 1 === to.sentence
  );
}
