import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('fr', forms);

export const errors = {
  noDay: (text) =>
    `« ${text} » n’est pas un jour. Écrivez une date comme 2026-12-24, une durée comme 3d ou 2w, ou un jour de la semaine.`,
  dayPassed: (text, day, today) =>
    `« ${text} » est le ${day}, qui n’est pas après aujourd’hui, ${today}. Écrivez un jour ultérieur.`,
  unknownChoice: (option, text, choices) =>
    `Valeur inconnue pour ${option} : « ${text} » ; choix possibles : ${choices}.`,
  noStoryNumber: (text, most) => `« ${text} » n’est pas un nombre de sujets ; indiquez de 1 à ${most}.`,
  nearRegion: (name, near) => `Région inconnue « ${name} » ; vouliez-vous dire ${near} ?`,
  daysTwice: (one, other) => `Les jours sont donnés deux fois, dans « ${one} » et « ${other} » ; donnez-les une fois.`,
  timesDiffer: (text) => `« ${text} » a des heures différentes selon les jours ; faites un abonnement de chacune.`,
  noOffer: (id) =>
    `Vous n’avez pas proposé d’abonnement « ${id} » à ce canal. Tapez /subscriptions dans son canal, appuyez sur Déplacer, puis tapez /move ici dans la journée.`,
  unknownZone: (text, near) => `Fuseau horaire inconnu « ${text} » ; choix possibles : ${near}.`,
  noZone: (text) => `Fuseau horaire inconnu « ${text} » ; indiquez un nom comme Europe/Berlin ou Asia/Seoul.`,
  severalZones: (text, zones) => `« ${text} » a plusieurs fuseaux horaires ; choisissez-en un, par exemple ${zones}.`,
  noQuietHours: (text) => `« ${text} » ne sont pas des heures calmes. Écrivez-les ainsi : 22:00-07:00, ou « aucune ».`,
  noSince: (text) =>
    `« ${text} » n’est pas un moment d’où regarder en arrière. Écrivez 24h, 3d, 2w, hier, lundi, ou un jour comme 2026-05-01.`,
  noTimes: 'Aucune heure donnée. Écrivez des heures comme 08:00, 8h ou « 08:00 et 17:00 ».',
  tooManyTimes: (given, most) => `${given} heures par jour, c’est trop ; indiquez-en ${most} au plus.`,
  noTime: (text) => `« ${text} » n’est pas une heure. Écrivez des heures comme 08:00, 8h ou « 08:00 et 17:00 ».`,
  noRolesHere: 'Il n’y a pas de rôle à mentionner ici. Laissez ce champ vide.',
  noUserGroup: (text) =>
    `« ${text} » n’est pas un groupe. Donnez son identifiant, comme S0614TZR7, depuis le menu du groupe dans Slack.`,
  everybody: 'Tout le monde ne peut pas être mentionné. Donnez l’identifiant d’un rôle.',
  noRole: (text) =>
    `« ${text} » n’est pas un rôle. Donnez son identifiant : 17 à 20 chiffres, par « Copier l’identifiant du rôle » en mode développeur.`,
  mayNotMention: 'Vous ne pouvez pas mentionner ce rôle vous-même, donc moi non plus. Adressez-vous à qui le peut.',
  nameTooLong: (most) => `Ce nom est trop long ; ${most} caractères au plus.`,
  badName: (text) => `« ${text} » ne peut pas être un nom : évitez @, #, les accents graves, « discord » et « clyde ».`,
  noPicture: (text) => `« ${text} » n’est pas l’adresse d’une image ; donnez-en une qui commence par https://.`,
  noColor: (text) => `« ${text} » n’est pas une couleur ; écrivez-la ainsi : #05b2fc.`,
  noSubscription: (id) => `Ce canal n’a pas d’abonnement ${id}. /subscriptions montre ceux qu’il a.`,
  hasAlready: (id) => `Ce canal l’a déjà : abonnement ${id}. Pour le modifier : /subscriptions.`,
  tooMany: count({
    one: 'Ce canal a # abonnement, le maximum. Supprimez-en d’abord un avec /subscriptions.',
    other: 'Ce canal a # abonnements, le maximum. Supprimez-en d’abord un avec /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `L’intérêt est illisible au caractère ${position} : ${problem}`,
  interest: {
    openQuote: 'le guillemet n’est jamais fermé',
    emptyQuote: 'il n’y a rien entre les guillemets',
    missingAfter: (name) => `il manque quelque chose après « ${name} »`,
    unknownFilter: (name) => `« ${name} » est inconnu ; choix possibles : topic:, actor:, story:, language: ou region:`,
    tooLong: (most) => `un intérêt a au plus ${most} caractères`,
    strayClose: 'aucune « ( » ne précède « ) »',
    notEverything: 'NOT everything ne laisse rien',
    openGroup: '« ( » n’est jamais fermée',
    missingAtEnd: 'il manque quelque chose à la fin',
    missingBefore: (word) => `il manque une rubrique ou un mot avant « ${word} »`,
    storyNumber: 'un sujet se désigne par son numéro, comme story:123 ; la complétion le trouve par son titre',
    noTopic: (name, topics) => `il n’y a pas de rubrique « ${name} » ; il y a ${topics}`,
    nearTopic: (name, near) => `il n’y a pas de rubrique « ${name} » ; vouliez-vous dire ${near} ?`,
  },
  noInterest: 'Aucun intérêt donné. Indiquez une rubrique comme asia, des mots, ou « everything ».',
  unknownLanguage: (text) => `Langue inconnue « ${text} » ; indiquez un code comme en ou de, ou un nom comme allemand.`,
  unknownToldAs: (text) => `Valeur inconnue « ${text} » ; choix possibles : digest, alerts ou both.`,
  unknownDay: (text) =>
    `Jour inconnu « ${text} » ; choix possibles : tous les jours, en semaine, le week-end, ou des jours comme « lundi, mercredi ».`,
  noDays:
    'Aucun jour donné. Choix possibles : tous les jours, en semaine, le week-end, ou des jours comme « lundi, mercredi ».',
  notActive: (id, state) => `L’abonnement ${id} est ${state}. Reprenez-le d’abord avec /subscriptions.`,
  notListed: (text) =>
    `Aucun flux que nous lisons n’a listé « ${text} », et aucun sujet ne s’appelle ainsi. Vérifiez le lien, ou voyez /status pour les flux lus.`,
  noBriefing: 'Aucun point n’a été livré à ce canal jusqu’ici. Donnez plutôt le lien d’un article.',
  noPlace: (place, stories) =>
    `Le dernier point n’a pas de sujet ${place} ; il en a ${stories}. Donnez plutôt le lien d’un article.`,
  noSuchSubscription: (id) =>
    `Il n’y a pas d’abonnement ${id} ; /subscriptions montre ceux d’un canal avec leurs numéros.`,
} satisfies Catalog['errors'];
