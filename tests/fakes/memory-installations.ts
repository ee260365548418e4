import type { InstallationRecord, InstallationRecords } from '../../src/chat/slack/installations.ts';

/** Installations in memory; what the database does is tested with the database. */
export class MemoryInstallations implements InstallationRecords {
  readonly all = new Map<string, InstallationRecord>();
  readonly #organizations = new Map<string, string>();
  readonly #nonces = new Set<string>();

  async list() {
    return [...this.all.values()];
  }

  async find(id: string) {
    return this.all.get(id);
  }

  async save(record: InstallationRecord) {
    this.all.set(record.id, record);
  }

  async replaceTokens(
    before: InstallationRecord,
    { sealed, expiresAt }: Pick<InstallationRecord, 'sealed' | 'expiresAt'>,
  ) {
    const present = this.all.get(before.id);
    if (present?.sealed !== before.sealed) return false;
    this.all.set(before.id, { ...present, sealed, ...(expiresAt !== undefined && { expiresAt }) });
    return true;
  }

  async remove(id: string) {
    this.all.delete(id);
  }

  async join(workspaceId: string, organizationId: string) {
    this.#organizations.set(workspaceId, organizationId);
  }

  async leave(workspaceId: string) {
    this.#organizations.delete(workspaceId);
  }

  async organizationOf(workspaceId: string) {
    return this.#organizations.get(workspaceId);
  }

  async workspacesOf(organizationId: string) {
    return [...this.#organizations].filter(([, each]) => each === organizationId).map(([workspaceId]) => workspaceId);
  }

  async useState(nonce: string) {
    const isNew = !this.#nonces.has(nonce);
    this.#nonces.add(nonce);
    return isNew;
  }
}
