import { ChatError } from '../chat.ts';
import type { Installation, InstallationRecords } from './installation.ts';
import type { Installations } from './installations.ts';
import { type CallOptions, createSlackApi, type SlackApi, type SlackIdentity } from './slack-api.ts';

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
   * installed anew.
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
export function createSingleWorkspace(botToken: string, options: CallOptions): SlackWorkspaces {
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
export function createInstalledWorkspaces({
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
    throw new ChatError(`Kurzwelle is not installed in the Slack workspace ${workspaceId}`, { kind: 'lost-workspace' });
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
      // An uninstallation is told twice, as such and as a revoked token.
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
