import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Platform, platforms, remotePlatforms } from '../../src/chat/platforms.ts';
import { fileSchema } from '../../src/config/schema.ts';

test('a platform is connected with secrets unless it is the local page', () => {
  expect([...remotePlatforms, 'local'].toSorted()).toEqual([...platforms].toSorted());
});

test('every platform has settings, and may be where the operator is alerted', () => {
  const { properties } = z.toJSONSchema(fileSchema, { io: 'input' }) as unknown as Schema;
  expect(Object.keys(properties.chat?.properties ?? {}).toSorted()).toEqual([...platforms].toSorted());
  expect(properties.alerts?.properties?.channel?.properties?.platform?.enum).toEqual(platforms);
});

interface Schema {
  readonly properties: Readonly<Record<string, Partial<Schema>>>;
  readonly enum: readonly Platform[];
}
