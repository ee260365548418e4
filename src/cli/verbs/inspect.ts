import { loadConfig } from '../../config/config.ts';
import { createDocumentPool, type DocumentParser } from '../../ingest/document-parser.ts';
import { createHttp, type Http } from '../../runtime/http.ts';
import { userAgent } from '../../services/user-agent.ts';
import { UserError } from '../../user-error.ts';
import { createProgress } from '../progress.ts';
import { feedLines, inspectFeed } from './inspect-feed.ts';
import { inspectPage, pageLines } from './inspect-page.ts';
import { loadSource, type Source } from './load-source.ts';

/** `kurzwelle inspect`: prints to the terminal, fetching addresses as the service would. */
export async function inspect(
  kind: InspectKind,
  sources: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  const http = createHttp({ userAgent: userAgent(loadConfig(process.env)) });
  const documents = createDocumentPool();
  // One is read at once; a bar is for folders.
  const isQuiet = json === true || sources.length < 2;
  const progress = createProgress({ title: 'Reading', total: sources.length, isQuiet });
  try {
    const onRead = (done: number, name: string): void => progress.at(done, name);
    await runInspect(kind, sources, {
      json,
      http,
      documents,
      onRead,
      write: (text) => process.stdout.write(`${text}\n`),
    });
  } finally {
    progress.end();
    await documents.stop();
    await http.stop();
  }
}

/** What a source is taken for. */
export type InspectKind = 'feed' | 'page';

export interface InspectOptions {
  readonly json?: boolean | undefined;
  readonly http: Http;
  readonly documents: DocumentParser;
  /** Takes whole lines. */
  readonly write: (text: string) => void;
  /** Told of each source that was read or could not be, with how many that makes. */
  readonly onRead?: (done: number, name: string) => void;
}

interface Report {
  /** For `--json`. */
  readonly inspection: unknown;
  readonly lines: readonly string[];
}

/**
 * Writes what the program understands of feeds or pages: as a table, or as JSON, an object for one source and a list for several.
 * All sources are tried; then those that could not be read are thrown together as a UserError, a line for each.
 */
export async function runInspect(
  kind: InspectKind,
  sources: readonly string[],
  options: InspectOptions,
): Promise<void> {
  const reports: Report[] = [];
  const failures: UserError[] = [];
  for (const [index, name] of sources.entries()) {
    try {
      reports.push(await report(kind, await loadSource(name, options.http), options.documents));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    }
    options.onRead?.(index + 1, name);
  }
  if (!options.json) for (const { lines } of reports) options.write(lines.join('\n'));
  else if (reports.length > 0) {
    const inspections = reports.map(({ inspection }) => inspection);
    options.write(JSON.stringify(sources.length === 1 ? inspections[0] : inspections, null, 2));
  }
  if (failures.length > 0) {
    throw new UserError(failures.map(({ message }) => message).join('\n'), { cause: failures[0] });
  }
}

async function report(kind: InspectKind, source: Source, documents: DocumentParser): Promise<Report> {
  if (kind === 'feed') {
    const inspection = await inspectFeed(source, documents);
    return { inspection, lines: feedLines(inspection) };
  }
  const inspection = await inspectPage(source, documents);
  return { inspection, lines: pageLines(inspection) };
}
