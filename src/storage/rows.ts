import { type RawBuilder, sql } from 'kysely';

/**
 * Rows that one statement carries: SQLite takes 32,766 variables (https://www.sqlite.org/limits.html#max_variable_number), PostgreSQL 65,535
 * (https://www.postgresql.org/docs/current/limits.html), and no row of ours has more than 30.
 */
const rowsTogether = 1_000;

/** Splits rows into chunks that fit into one statement. */
export function chunksOf<Row>(rows: readonly Row[], size: number = rowsTogether): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/**
 * Rows of ours for a statement to join, so that many are changed by one: `with given (id, name) as (${givenRows(rows)}) update ...`.
 * Both engines take texts as they are; a number must be cast, or PostgreSQL takes it for a text. Compare with an expression of theirs
 * (`given.id + 0`, `given.id || ''`): with a column SQLite may read the whole table and look for each row among these.
 */
export function givenRows(rows: readonly (readonly unknown[])[]): RawBuilder<unknown> {
  return sql`values ${sql.join(rows.map((row) => sql`(${sql.join(row)})`))}`;
}

/** An id among given rows. */
export function givenId(id: number): RawBuilder<number> {
  return sql`cast(${id} as bigint)`;
}
