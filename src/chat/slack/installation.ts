/** Where the app is installed, as the database holds it. */
export interface InstallationRecord {
  /** Of the workspace, or of the Enterprise organization where it is installed for all of its workspaces. */
  readonly id: string;
  readonly kind: 'workspace' | 'organization';
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  readonly installedBy: string;
  readonly installedAt: string;
  /** Of the token, where the app lets its tokens be exchanged. */
  readonly expiresAt?: string;
  /** The tokens, encrypted. */
  readonly sealed: string;
}

/** The tokens of an installation. */
export interface Tokens {
  readonly token: string;
  /** Brings the next token; it can be used once. */
  readonly refreshToken?: string;
}

/** An installation that can be used. */
export interface Installation extends Omit<InstallationRecord, 'sealed'>, Tokens {}

/** What keeps installations: the database, or memory in tests. */
export interface InstallationRecords {
  list(): Promise<readonly InstallationRecord[]>;
  find(id: string): Promise<InstallationRecord | undefined>;
  /** Adds it, or replaces the one there was. */
  save(record: InstallationRecord): Promise<void>;
  /** New tokens in place of those that were read; false where somebody else has changed them since. */
  replaceTokens(before: InstallationRecord, after: Pick<InstallationRecord, 'sealed' | 'expiresAt'>): Promise<boolean>;
  /** Which workspaces are an organization's stays known, for when it installs the app again. */
  remove(id: string): Promise<void>;
  /** Remembers that an organization's installation holds for a workspace. */
  join(workspaceId: string, organizationId: string): Promise<void>;
  leave(workspaceId: string): Promise<void>;
  organizationOf(workspaceId: string): Promise<string | undefined>;
  workspacesOf(organizationId: string): Promise<readonly string[]>;
  /** True once for each nonce. Those that expired are forgotten. */
  useState(nonce: string, times: { readonly now: string; readonly expiresAt: string }): Promise<boolean>;
}
