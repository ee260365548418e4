import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A file to write, with its rights. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** Permissions, where others must not read it. */
  readonly mode?: number;
}

/** What became of a file. */
export interface WrittenFile {
  readonly path: string;
  readonly state: 'written' | 'replaced' | 'unchanged' | 'kept';
}

/** What writing a file would do to what is there. */
export function changeOf({ path, text }: NewFile): 'new' | 'same' | 'different' {
  if (!existsSync(path)) return 'new';
  return readFileSync(path, 'utf8') === text ? 'same' : 'different';
}

/** Writes whole or not at all: beside it first, then in its place. */
export function writeWhole(file: NewFile): WrittenFile {
  const change = changeOf(file);
  const { path, text, mode } = file;
  if (change !== 'same') {
    writeFileSync(`${path}.new`, text, { mode: mode ?? 0o644 });
    renameSync(`${path}.new`, path);
  }
  // An older file of the same words may be open to others.
  if (mode !== undefined) chmodSync(path, mode);
  return { path, state: change === 'new' ? 'written' : change === 'same' ? 'unchanged' : 'replaced' };
}
