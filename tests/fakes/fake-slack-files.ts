type Answer = Record<string, unknown>;
type Args = Readonly<Record<string, string>>;

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  readonly length: number;
  bytes?: Buffer;
  isComplete: boolean;
}

/** Files by the three steps of an upload. */
export class FakeSlackFiles {
  readonly all = new Map<string, FakeFile>();
  /** As long as Slack has not looked at an uploaded file, blocks with it are refused. */
  slow = 0;

  begin(args: Args, origin: string): Answer {
    const id = `F${this.all.size + 1}`;
    const { filename: name = '', alt_text: alt = '', length = '0' } = args;
    this.all.set(id, { id, name, alt, length: Number(length), isComplete: false });
    return { ok: true, file_id: id, upload_url: `${origin}/upload/${id}` };
  }

  /** The HTTP status of an upload. */
  put(id: string, bytes: Buffer): number {
    const file = this.all.get(id);
    if (!file || file.length !== bytes.length) return 400;
    file.bytes = bytes;
    return 200;
  }

  complete(args: Args): Answer {
    const files = JSON.parse(args.files ?? '[]') as { id: string }[];
    const found = files.map(({ id }) => this.all.get(id));
    if (found.some((file) => !file?.bytes)) return { ok: false, error: 'file_not_found' };
    for (const file of found) if (file) file.isComplete = true;
    return { ok: true, files };
  }

  /** What is wrong with the pictures of a message. */
  problemsOf(blocks: readonly unknown[]): string[] {
    const ids = (blocks as { slack_file?: { id: string } }[]).flatMap(({ slack_file }) => slack_file?.id ?? []);
    const unknown = ids.filter((id) => !this.all.get(id)?.isComplete);
    if (ids.length > 0 && unknown.length === 0 && this.slow > 0) {
      this.slow -= 1;
      return ['invalid slack file'];
    }
    return unknown.map((id) => `there is no file ${id}`);
  }
}
