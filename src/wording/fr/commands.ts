import type { Catalog } from '../catalog.ts';

export const commands = {
  brief: {
    description: 'Le point sur l’actualité maintenant, pour vous',
    interest: 'Rubrique ou mots ; tout, si rien n’est indiqué',
    since: 'Depuis quand : 24h, 3d, 2026-05-01 ; par défaut 24h',
  },
  catchup: {
    description: 'Ce que ce canal a manqué depuis son dernier point, pour vous',
    since: 'Tout depuis : 24h, 3d, lundi ; par défaut ce qui ne lui a pas été dit',
  },
  who: {
    description: 'Qui est cette personne, cette organisation ou cet État dans l’actualité ?',
    actor: 'Nom à chercher',
  },
  background: {
    description: 'De quoi il s’agit, pourquoi c’est important, qui est concerné, et la chronologie',
    topic: 'Un sujet, un acteur ou des mots',
  },
  story: { description: 'Les dernières informations d’un sujet et tous ses articles', story: 'Un sujet' },
  ask: {
    description: 'Une question, à laquelle répondent des phrases des archives, ou rien',
    question: 'Ce que vous voulez savoir',
  },
  search: {
    description: 'Les articles qui contiennent ces mots, les plus récents et les meilleurs d’abord',
    words: 'Mots à chercher',
  },
  preview: {
    description: 'Ce que les sept derniers jours auraient donné, avant de vous abonner',
    interest: 'Rubrique, mots, actor:, story:, region:, language:, avec AND, OR, NOT',
  },
  subscribe: {
    description: 'Recevoir des points d’actualité dans ce canal à heures fixes',
    interest: 'Rubrique, mots, actor:, story:, region:, language:, avec AND, OR, NOT ; ou everything',
    times: 'Par exemple 08:00, « 8h et 17h » ou « en semaine à 8h » ; par défaut 08:00',
    days: 'tous les jours, en semaine, le week-end ou des jours ; par défaut tous les jours',
    zone: 'Ville ou fuseau IANA ; par défaut celui du canal',
    stories: 'Nombre maximal de sujets, de 1 à 20 ; les autres par leur titre',
    as: 'Points à ces heures (par défaut), alertes quand un sujet éclate, ou les deux',
  },
  subscriptions: {
    description: 'Abonnements de ce canal : suspendre, modifier, aperçu, envoyer, déplacer, supprimer',
  },
  move: {
    description: 'Prendre dans ce canal un abonnement que vous avez proposé ailleurs avec « Déplacer »',
    subscription: 'Son numéro',
  },
  settings: {
    description: 'Fuseau, langue, heures calmes et liens de ce canal ; les montre ou modifie les valeurs données',
    zone: 'Ville ou fuseau IANA, pour les nouveaux abonnements et les heures calmes',
    language: 'Langue des nouveaux abonnements, des points demandés et de mes propres mots',
    quiet: 'Par exemple 22:00-07:00, ou off : ce qui est prévu arrive alors à l’heure, mais sans bruit',
    unfurl: 'Si les liens vers des articles postés ici sont résumés en une ligne',
  },
  topics: { description: 'Les rubriques auxquelles on peut s’abonner' },
  why: {
    description: 'Ce qu’est devenu un article ou un sujet, et pourquoi un point l’a donné ou non',
    article: 'Son lien, le numéro DW, son numéro dans le dernier point, ou des mots du titre',
  },
  status: { description: 'Si les flux sont lus et les points livrés' },
  help: { description: 'Ce que vous pouvez demander, ou comment marche une commande', command: 'Une commande' },
  shared: {
    length: 'Longueur de chaque sujet',
    language: 'Langue des articles ; par défaut celle du canal',
  },
  choices: {
    headlines: 'titres seulement',
    short: 'court : une phrase par sujet',
    normal: 'normal : deux ou trois',
    long: 'long : jusqu’à cinq',
    digest: 'Points d’actualité',
    alerts: 'Alertes quand un sujet éclate',
    both: 'Les deux',
    on: 'oui',
    off: 'non',
  },
  menu: { who: 'Qui est cité ici ?', background: 'Contexte' },
} satisfies Catalog['commands'];
