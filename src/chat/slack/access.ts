import type { Sealer } from '../../runtime/sealer.ts';
import { createInstallPages, type InstallPage } from './install-pages.ts';
import type { Installation, InstallationRecord, InstallationRecords } from './installation.ts';
import { createInstallations } from './installations.ts';
import type { CallOptions } from './slack-api.ts';
import { type AppCredentials, createTokenExchange } from './token-exchange.ts';
import { createInstalledWorkspaces, createSingleWorkspace, type SlackWorkspaces } from './workspaces.ts';

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
