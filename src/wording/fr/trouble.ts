import type { Catalog } from '../catalog.ts';
import { plural } from '../plural.ts';

/** What goes wrong: told to operators and to owners of subscriptions, and kept in English. See retold.ts. */
export const trouble = {
  feedsUnread: plural('fr', { one: '# flux n’est pas lu', other: '# flux ne sont pas lus' }),
  feedsReadAgain: plural('fr', { one: '# flux est de nouveau lu', other: '# flux sont de nouveau lus' }),
  over: (title) => `Terminé : ${title}`,
  isOver: 'C’est terminé.',
  dead: (platform, channel) => `Un point d’actualité n’a pas pu être remis (${platform}, ${channel})`,
  deadHelp: (reason, id) =>
    `${reason}. Pour le voir : kurzwelle deliveries show ${id} ; pour réessayer : kurzwelle deliveries retry ${id}`,
  diskNearlyFull: 'Le disque est presque plein',
  diskHelp: (megabytes, folder) =>
    `Il reste ${megabytes} Mo là où se trouve ${folder}. Une fois le disque plein, plus rien n’est archivé ni remis ; libérez de la place.`,
  unreachable: (platform) => `${platform} est injoignable`,
  unreachableHelp: (what) =>
    `${what}. De nouveaux essais sont faits sans cesse ; kurzwelle doctor dit ce qu’il y a à faire.`,
  gatewayLost: 'Une connexion à la passerelle est définitivement perdue : le jeton ou les intents sont faux',
  gatewayDown: 'Aucune connexion à la passerelle n’est prête',
  nothingThrough: 'Rien de ce qui a été envoyé dernièrement n’est passé',
  unreadAdvice:
    'Pas lu depuis trois intervalles. Kurzwelle continue d’essayer et prévient quand cela remarche ; voir /status.',
  readAgainAdvice: 'Ce qui a paru entre-temps est lu dans la mesure où les flux le listent encore.',
  noAnswerYet: 'pas encore de réponse',
  notRead: 'il n’a pas pu être lu',
  noEntries: 'il ne liste aucune entrée',
  stale: (days) => `rien de nouveau depuis ${days} jours, plus longtemps que d’habitude`,
  robots: 'robots.txt demande de ne pas lire ce flux',
  status: (status) => `le serveur a répondu avec le statut ${status}`,
  statusAndWait: (status, seconds) =>
    `le serveur a répondu avec le statut ${status} ; il demande d’attendre ${seconds} s`,
  html: 'une page HTML est venue à la place d’un flux',
  otherXml: (root) => `le document est du XML de racine <${root}>, ni RSS ni Atom`,
  jsonFeed: 'le document est un JSON Feed ; utilisez l’adresse RSS ou Atom du même site',
  emptyDocument: 'le document est vide',
  notXml: (opening) => `le document n’est pas du XML ; il commence par ${opening}`,
  broken: (reason) => `le flux est mal formé et aucune entrée n’a pu être lue : ${reason}`,
  timeout: (seconds) => `pas de réponse complète en ${seconds} s`,
  tooLarge: (most) => `la réponse dépasse les ${most} admis`,
  redirects: (most) => `plus de ${most} redirections`,
  noName: (host) => `aucune adresse connue pour ${host} ; y a-t-il un réseau ?`,
  nobodyThere: (host) => `personne ne répond à ${host}`,
  brokenOff: 'la connexion s’est interrompue',
  untrusted: (code) => `son certificat n’est pas fiable (${code})`,
  channelDeleted: 'le canal a été supprimé',
  channelArchived: 'le canal a été archivé',
  removedFromChannel: 'Kurzwelle a été retiré du canal',
  removedFromServer: 'le bot a été retiré du serveur',
  uninstalled: 'Kurzwelle a été désinstallé de l’espace de travail',
  tokenRevoked: 'le jeton de Kurzwelle a été révoqué',
  takenFromWorkspace: 'l’organisation a retiré Kurzwelle de cet espace de travail',
  notInstalled: (workspace) => `Kurzwelle n’est pas installé dans l’espace de travail Slack ${workspace}`,
  permissionMissing: (name, channel) => `La permission ${name} manque dans #${channel}`,
  permissionsMissing: (names, channel) => `Les permissions ${names} manquent dans #${channel}`,
  discordRefused: (what, message, code) => `Discord a refusé (« ${what} ») : ${message} (${code})`,
  slackRefused: (why) => `Slack a refusé : ${why}`,
  scopeNeeded: (code, scope) => `${code} (demande le scope ${scope})`,
  /** By Slack's codes of errors; a code that is not here is shown as it is. */
  slackSays: {
    is_archived: 'le canal est archivé',
    channel_not_found: 'le canal n’existe plus, ou Kurzwelle n’y est pas',
    not_in_channel: 'Kurzwelle n’est pas dans le canal ; invitez-le avec /invite',
    token_revoked: 'son jeton a été révoqué',
    account_inactive: 'l’application a été retirée, ou l’espace de travail n’existe plus',
    restricted_action: 'une règle de l’espace de travail l’empêche d’y publier',
  },
} satisfies Catalog['trouble'];
