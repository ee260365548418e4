import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const path = '../shared/specs/discord-openapi.json';

/** Discord's own description of its API, where it lies beside the project. */
export const hasDiscordSchema = existsSync(path);

/** What a title says when the tests against it are skipped. */
export const schemaNote = hasDiscordSchema ? '' : ` (skipped: ${path} is not here)`;

interface DiscordDocument {
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>
    >;
  };
}

/** The document itself. */
export function discordDocument(): DiscordDocument {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Makes a check of bodies by a schema of Discord's document: the problems, none when it is valid. */
export function createSchemaCheck(): (schema: string, body: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  // Formats the document names and nobody checks; the bounds stand beside them.
  for (const format of ['snowflake', 'nonce', 'int32', 'int64']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'discord', ...discordDocument() });
  return (schema, body) => {
    const validate = ajv.getSchema(`discord#/components/schemas/${schema}`);
    if (!validate) throw new Error(`Discord's document has no schema "${schema}"`);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}
