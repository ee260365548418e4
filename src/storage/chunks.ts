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
