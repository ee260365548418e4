import type { Sealer } from '../../runtime/sealer.ts';
import { reason } from '../../wording/reason.ts';
import { ChatError } from '../chat.ts';
import { createInstallPages, type InstallPage } from './install-pages.ts';
import {
  type AppCredentials,
  createInstallations,
  createTokenExchange,
  type Installation,
  type InstallationRecord,
  type InstallationRecords,
  type Installations,
} from './installations.ts';
import { type CallOptions, createSlackApi, type SlackApi, type SlackIdentity } from './slack-api.ts';

/** Whose tokens we use: one that the operator set, or those of all who install the app. */
export type SlackAccessChoice = { readonly botToken: string } | { readonly oauth: OAuthOptions };

/** What an app needs that workspaces install themselves. */
export interface OAuthOptions extends AppCredentials {
  readonly records: InstallationRecords;
  readonly sealer: Sealer;
  /** Where people reach the installation pages. */
  readonly publicUrl?: string | undefined;
  /** Another page than Slack's, for tests. */
  readonly authorizationUrl?: string | undefined;
}

/** The workspaces that we are in, and how another one comes to be. */
export interface SlackAccess {
  readonly workspaces: SlackWorkspaces;
  readonly pages: readonly InstallPage[];
  /** The workspaces that are there from the start. */
  list(): Promise<readonly { readonly workspaceId: string; readonly scopes: readonly string[] }[]>;
}

interface AccessOptions extends CallOptions {
  readonly scopes: readonly string[];
  /** With its slash. */
  readonly slashCommand: string;
  /** With the workspaces for which it holds, as far as they are known. */
  readonly onInstalled: (installation: Installation, workspaceIds: readonly string[]) => Promise<void>;
}

/** One workspace by the operator's token, or all that install the app by its pages. */
export function createAccess(choice: SlackAccessChoice, options: AccessOptions): SlackAccess {
  return 'oauth' in choice ? createOAuthAccess(choice.oauth, options) : createTokenAccess(choice.botToken, options);
}

function createTokenAccess(botToken: string, options: AccessOptions): SlackAccess {
  const workspaces = createSingleWorkspace(botToken, options);
  return { workspaces, pages: [], list: async () => [await workspaces.api('').identity()] };
}

function createOAuthAccess(oauth: OAuthOptions, options: AccessOptions): SlackAccess {
  const { records, sealer } = oauth;
  const installations = createInstallations({
    records,
    sealer,
    exchange: createTokenExchange(oauth, options),
    log: options.log,
  });
  const pages = createInstallPages({
    ...oauth,
    ...options,
    stateSecret: sealer.derive('Slack installation state'),
    async onInstalled(installation) {
      await installations.save(installation);
      await options.onInstalled(installation, await workspacesOf(installation));
    },
  });
  return {
    workspaces: createInstalledWorkspaces({ ...options, installations, records }),
    pages,
    async list() {
      const resealed = await installations.reseal();
      if (resealed > 0) options.log.info({ resealed }, "Slack's tokens are encrypted with the new key now");
      const all = (await records.list()).map(async (each) =>
        (await workspacesOf(each)).map((workspaceId) => ({ workspaceId, scopes: each.scopes })),
      );
      return (await Promise.all(all)).flat();
    },
  };

  async function workspacesOf({ id, kind }: InstallationRecord | Installation): Promise<readonly string[]> {
    return kind === 'organization' ? records.workspacesOf(id) : [id];
  }
}

/** Where a request came from, as it says itself. */
export interface RequestSource {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** What Bolt needs to serve a request. */
export interface Authorization extends SlackIdentity {
  readonly botToken: string;
  readonly teamId: string;
}

/** The workspaces that we are in. */
export interface SlackWorkspaces {
  api(workspaceId: string): SlackApi;
  /** Throws UnknownWorkspaceError for a workspace that we are not in. */
  authorize(source: RequestSource): Promise<Authorization>;
  /**
   * Slack says that the app was removed, maybe late: the workspaces that are lost by it, none where the token works because it was
   * installed again.
   */
  forget(source: RequestSource): Promise<readonly string[]>;
  /** An organization lets workspaces use its installation, or no more. */
  join(workspaceIds: readonly string[], organizationId: string): Promise<void>;
  leave(workspaceIds: readonly string[]): Promise<void>;
}

/** A request from where we are not installed. */
export class UnknownWorkspaceError extends Error {
  readonly workspaceId: string | undefined;

  constructor(workspaceId: string | undefined) {
    super(`Kurzwelle is not installed in the Slack workspace ${workspaceId ?? '(none was named)'}`);
    this.name = 'UnknownWorkspaceError';
    this.workspaceId = workspaceId;
  }
}

/** The one workspace, or Enterprise organization, whose token the operator gave us. */
function createSingleWorkspace(botToken: string, options: CallOptions): SlackWorkspaces {
  const api = createSlackApi({ ...options, token: async () => botToken });
  return {
    api: () => api,
    async authorize({ teamId, enterpriseId }) {
      const identity = await api.identity();
      const { isOrganization, workspaceId } = identity;
      const isOurs = isOrganization ? enterpriseId === identity.enterpriseId : teamId === workspaceId;
      if (!isOurs) throw new UnknownWorkspaceError(teamId ?? enterpriseId);
      return { ...identity, botToken, teamId: teamId ?? workspaceId };
    },
    async forget({ teamId, enterpriseId }) {
      const lost = teamId ?? enterpriseId;
      return lost === undefined || (await isWorking(api)) ? [] : [lost];
    },
    async join() {},
    async leave() {},
  };
}

interface InstalledWorkspacesOptions extends CallOptions {
  readonly installations: Installations;
  readonly records: InstallationRecords;
}

/** The workspaces that installed the app, each with its own token; an organization's serves all of its workspaces. */
function createInstalledWorkspaces({
  installations,
  records,
  ...options
}: InstalledWorkspacesOptions): SlackWorkspaces {
  const apis = new Map<string, SlackApi>();

  async function installationOf(workspaceId: string): Promise<Installation | undefined> {
    const own = await installations.find(workspaceId);
    if (own) return own;
    const organizationId = await records.organizationOf(workspaceId);
    return organizationId === undefined ? undefined : installations.find(organizationId);
  }

  async function getInstallation(workspaceId: string): Promise<Installation> {
    const installation = await installationOf(workspaceId);
    if (installation) return installation;
    throw new ChatError(reason('notInstalled', { workspace: workspaceId }), { kind: 'lost-workspace' });
  }

  function api(workspaceId: string): SlackApi {
    const known = apis.get(workspaceId);
    if (known) return known;
    const made = createSlackApi({
      ...options,
      token: async () => (await getInstallation(workspaceId)).token,
      identify: async () => identityOf(await getInstallation(workspaceId), workspaceId),
    });
    apis.set(workspaceId, made);
    return made;
  }

  return {
    api,

    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      const installation = id === undefined ? undefined : await installations.find(id);
      if (!installation) throw new UnknownWorkspaceError(teamId ?? enterpriseId);
      if (isEnterpriseInstall && teamId !== undefined && enterpriseId !== undefined && teamId !== enterpriseId)
        await rememberOrganization(teamId, enterpriseId);
      const workspaceId = teamId ?? installation.id;
      return { ...identityOf(installation, workspaceId), botToken: installation.token, teamId: workspaceId };
    },

    async forget({ teamId, enterpriseId, isEnterpriseInstall }) {
      const id = isEnterpriseInstall ? enterpriseId : teamId;
      // An uninstallation is reported twice, as such and as a revoked token.
      if (id === undefined || !(await installations.find(id)) || (await isWorking(api(id)))) return [];
      const lost = isEnterpriseInstall ? await records.workspacesOf(id) : [id];
      await installations.remove(id);
      return lost;
    },

    async join(workspaceIds, organizationId) {
      for (const id of workspaceIds) await records.join(id, organizationId);
    },

    async leave(workspaceIds) {
      for (const id of workspaceIds) await records.leave(id);
    },
  };

  /** Deliveries name the workspace alone. */
  async function rememberOrganization(workspaceId: string, organizationId: string): Promise<void> {
    if ((await records.organizationOf(workspaceId)) !== organizationId) await records.join(workspaceId, organizationId);
  }
}

/** Where Slack cannot be asked, what it said before holds. */
async function isWorking(api: SlackApi): Promise<boolean> {
  try {
    await api.call(({ auth }) => auth.test());
    return true;
  } catch {
    return false;
  }
}

function identityOf(installation: Installation, workspaceId: string): SlackIdentity {
  const { id, kind, botId, botUserId, scopes } = installation;
  const isOrganization = kind === 'organization';
  return { workspaceId, ...(isOrganization && { enterpriseId: id }), isOrganization, botId, botUserId, scopes };
}
