import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const path = '../shared/specs/discord-openapi.json';

/** Discord's own description of its API, where it lies beside the project. */
export const hasDiscordSchema = existsSync(path);

/** What a title says when the tests against it are skipped. */
export const schemaNote = hasDiscordSchema ? '' : ` (skipped: ${path} is not here)`;

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>>; readonly required?: boolean };
}

type PathItem = Readonly<Record<string, Operation>> & Pick<Operation, 'parameters'>;

interface DiscordDocument {
  readonly paths: Readonly<Record<string, PathItem>>;
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

/** Makes a check of requests by the document's routes: what it does not have, of addresses, their queries and their bodies. */
export function createRouteCheck(): (request: {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}) => readonly string[] {
  const { paths } = discordDocument();
  const routes = Object.entries(paths)
    .map(([template, item]) => ({
      template,
      item,
      pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
    }))
    // "@me" and "@original" before what any id fits.
    .toSorted((one, other) => one.template.split('{').length - other.template.split('{').length);
  return ({ method, path, query, body }) => {
    const route = routes.find(({ item, pattern }) => pattern.test(path) && item[method.toLowerCase()]);
    const operation = route?.item[method.toLowerCase()];
    if (!route || !operation) return [`Discord has no ${method} ${path}`];
    const names = [...(route.item.parameters ?? []), ...(operation.parameters ?? [])]
      .filter((each) => each.in === 'query')
      .map(({ name }) => name);
    const hasBody = typeof body === 'object' && body !== null && Object.keys(body).length > 0;
    return [
      ...[...query.keys()]
        .filter((name) => !names.includes(name))
        .map((name) => `no query ${name} at ${route.template}`),
      ...(hasBody && !operation.requestBody ? [`no body at ${route.template}`] : []),
      ...(!hasBody && operation.requestBody?.required ? [`no body, which ${method} ${route.template} wants`] : []),
    ];
  };
}
