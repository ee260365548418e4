import { readFileSync } from 'node:fs';

export interface Instruction {
  readonly name: string;
  readonly words: string;
  /** Of the multi-stage build, from 0. */
  readonly stage: number;
}

/** A Dockerfile's instructions, without comments, each on one line. */
export function readDockerfile(path: string): readonly Instruction[] {
  const text = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n/gu, ' ');
  let stage = -1;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/u);
      if (name === 'FROM') stage += 1;
      return { name, words: rest.join(' '), stage };
    });
}

/** The program and its arguments of an instruction in exec form. */
export function execForm({ words }: Instruction): readonly string[] {
  return JSON.parse(words.slice(words.indexOf('['))) as string[];
}
