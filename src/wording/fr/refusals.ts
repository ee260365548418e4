import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id) =>
    `Quelque chose a mal tourné ici, pas chez vous. Réessayez ; si cela persiste, donnez cet identifiant à l’opérateur : ${id}.`,
  tooLate: (id) =>
    `Une réponse demandée ici n’a pas pu être montrée à temps. Redemandez ; si cela persiste, donnez cet identifiant à l’opérateur : ${id}.`,
  formTooLate: 'Le formulaire n’a pas pu s’ouvrir à temps. Appuyez de nouveau sur le bouton.',
  formNotHere: 'Discord n’ouvre un formulaire qu’après un bouton ou une commande. Tapez / et choisissez la commande.',
  otherVersion:
    'Ceci vient d’une autre version, ou personne n’y répond plus. Redonnez la commande ; /help les montre toutes.',
  oldForm: 'Ce formulaire vient d’une version antérieure. Redonnez la commande.',
  oldButton: 'Ce bouton vient d’une version antérieure. Redonnez la commande.',
  deadButton: 'Ce bouton ne mène plus nulle part. Redonnez la commande.',
  notShared: 'Cette réponse ne peut plus être partagée. Redonnez la commande.',
  storyGone: 'Ce sujet n’est plus dans les archives. Cherchez-le avec /search.',
  actorGone: 'Les archives ne connaissent plus ce nom. Cherchez-le avec /who.',
  sentenceGone: 'Les archives n’ont plus cette phrase. Ce qu’elles ont maintenant se trouve avec /search.',
  briefingGone: 'Ce point n’est plus conservé. /catchup dit ce que le canal a manqué.',
  nobodyNamed: 'Absent des archives : personne de ceux que ce message nomme. /who cherche un nom.',
  nobodyLinked: 'Absent des archives : ni l’article de ce lien, ni personne que le message nomme. /who cherche un nom.',
  noTopic: 'Ce message n’a ni mots ni lien que les archives connaissent. /background prend un sujet.',
  notManager:
    'Seules les personnes qui gèrent ce canal peuvent modifier ses abonnements. Adressez-vous à l’un de ses responsables.',
  notManagerOfSettings:
    'Seules les personnes qui gèrent ce canal peuvent modifier ses réglages. Adressez-vous à l’un de ses responsables.',
  needsPermission: (permission) =>
    `Seuls les membres ayant ici la permission « ${permission} » peuvent modifier les abonnements de ce canal. Adressez-vous à l’un d’eux.`,
  commandsOnly: 'Seules les commandes disent qui peut gérer un canal. Tapez / et choisissez la commande dans la liste.',
  noCommand: (commands) => `Aucune commande donnée ; choix possibles : ${commands}.`,
  unknownCommand: (name, commands) => `Commande inconnue « ${name} » ; choix possibles : ${commands}.`,
  nearCommand: (name, near) => `Commande inconnue « ${name} » ; vouliez-vous dire ${near} ?`,
  unknownOption: (name, command, options) =>
    `Option inconnue « ${name} » pour ${command} ; choix possibles : ${options}.`,
  noOptions: (name, command) => `Option inconnue « ${name} » pour ${command} ; la commande n’en prend pas.`,
  optionTwice: (name) => `L’option « ${name} » est donnée deux fois ; donnez-la une fois.`,
  tooLong: (option: string, length: string, most: string) =>
    `C’est trop long pour « ${option} » : ${length} caractères, ${most} au plus. Dites-le plus court.`,
  noWords: (command, words) => `${command} ne prend pas de mots ; retirez « ${words} ».`,
  value: 'valeur',
  noValue: (option, command, example) => `L’option « ${option} » de ${command} n’a pas de valeur ; écrivez ${example}.`,
  needs: (command, option, description, example) =>
    `${command} demande « ${option} » : ${description}. Par exemple : ${example}`,
} satisfies Catalog['refusals'];
