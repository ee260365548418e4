import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('fr', forms);

export const service = {
  settings: {
    title: 'Réglages de ce canal',
    zone: 'Fuseau horaire',
    language: 'Langue',
    notChosen: (language) => `${language} (non choisie ; je parle la langue de qui demande)`,
    quiet: 'Heures calmes',
    noQuiet: 'aucune',
    links: 'Liens postés',
    told: 'résumés en une ligne',
    leftAlone: 'laissés tels quels',
    note: 'Le fuseau et la langue valent pour les nouveaux abonnements ; les autres gardent les leurs. Pendant les heures calmes, un point arrive à l’heure, sans bruit là où la plateforme le permet.',
  },
  status: {
    title: 'État',
    allWell: 'Tous les flux sont lus.',
    noneRead: 'Aucun flux n’a encore été lu.',
    needLook: (troubled, of) => `Flux à vérifier : ${troubled} sur ${of}.`,
    archive: 'Archives',
    since: 'depuis le',
    feeds: 'Flux',
    subscriptions: 'Abonnements',
    deliveries: 'Livraisons',
    model: 'Modèle',
    runningSince: 'En marche depuis',
    lastRead: 'Dernière lecture',
    never: 'jamais',
    nextTry: 'Prochain essai',
    noneYet: 'aucune encore',
    states: {
      due: 'à livrer',
      claimed: 'en cours',
      sent: 'livrées',
      retrying: 'à réessayer',
      suspended: 'suspendues',
      dead: 'abandonnées',
      missed: 'manquées',
    },
    worded: (worded, quoted, dropped) =>
      `textes rédigés : ${worded}, cités à la place : ${quoted}, énoncés écartés : ${dropped}`,
    lastProblem: 'Dernier incident',
  },
  topics: {
    title: 'Rubriques',
    count: count({ one: '# rubrique', other: '# rubriques' }),
    everything: 'Tout',
    mixtures: (mixture, words) => `Les combinaisons marchent aussi : ${mixture}, ou des mots : ${words}`,
  },
  help: {
    title: 'Commandes',
    note: (command) =>
      `Chaque ligne porte sa source. Ce que les archives n’ont pas est refusé. ${command} explique une commande.`,
    optional: 'facultatif',
    example: 'Exemple',
  },
  outlook: {
    title: (topic) => `${topic} : les 7 derniers jours`,
    nothing: 'Rien. Essayez moins de mots, ou d’autres noms pour la même chose.',
    articles: count({ one: '# article', other: '# articles' }),
    lessThanOne: 'moins d’un sujet par jour',
    about: count({ one: 'environ # sujet par jour', other: 'environ # sujets par jour' }),
    more: count({ one: 'et # autre sujet', other: 'et # autres sujets' }),
    subscribe: (command) => `Pour le recevoir ici : ${command}.`,
  },
  mute: {
    done: (story) => `Ce canal n’entendra plus parler de : ${story}`,
    note: 'Le sujet reste dans les archives, et chaque commande le trouve encore. /subscriptions le réaffiche.',
    undo: 'Réafficher',
  },
  followed: (story) => `Sujet : ${story}`,
  share: 'Partager',
  sharedBy: (name) => `Partagé par ${name}`,
  chart: {
    day: 'Mentions par jour',
    week: 'Mentions par semaine',
    month: 'Mentions par mois',
    mentions: count({ one: '# mention', other: '# mentions' }),
    intro: (name, mentions, from, until) => `${name} : ${mentions}, du ${from} au ${until}.`,
    none: 'Aucune les autres fois.',
    weekOf: (day) => `semaine du ${day}`,
  },
} satisfies Catalog['service'];
