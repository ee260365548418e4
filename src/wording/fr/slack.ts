import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Chercher dans les archives',
  searchHint: 'Des mots, ou une question avec un point d’interrogation',
  briefMe: 'Faire le point',
  subscribe: 'S’abonner',
  settings: 'Réglages',
  yours: 'Pour vous seul, en messages directs :',
  ofChannel: 'Dans un canal :',
  channel: 'Canal',
  nothing: 'Il n’y a encore rien ici.',
  more: 'Il y en a plus que ce qui tient ici.',
  notThere: 'Je ne suis pas dans ce canal, ou vous n’y êtes pas. Invitez-moi avec /invite, ou choisissez-en un autre.',
  cancel: 'Annuler',
  close: 'Fermer',
  oneMoment: 'Un instant …',
  notSaid: 'Je n’ai pas pu le dire dans le canal. Invitez-moi, sinon aucun point ne pourra arriver.',
  adminsOnly:
    'Seules les personnes désignées par l’opérateur peuvent modifier les abonnements ici. Adressez-vous à l’une d’elles.',
  guest:
    'Les invités ne peuvent pas modifier ce que reçoit un canal. Adressez-vous à un membre à part entière de cet espace de travail.',
  stranger:
    'Vous venez d’un autre espace de travail et ne pouvez donc pas modifier ce que reçoit ce canal. Adressez-vous à un membre de celui-ci.',
  notKnown:
    'Slack ne peut pas dire pour l’instant si vous pouvez modifier ce que reçoit ce canal. Réessayez dans une minute.',
} satisfies Catalog['slack'];
