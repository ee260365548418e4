import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('es', forms);

export const errors = {
  noDay: (text) =>
    `«${text}» no es un día. Escriba una fecha como 2026-12-24, un plazo como 3d o 2w, o un día de la semana.`,
  dayPassed: (text, day, today) =>
    `«${text}» es ${day}, que no es posterior a hoy, ${today}. Escriba un día posterior.`,
  unknownChoice: (option, text, choices) => `Valor desconocido de ${option}: «${text}»; opciones: ${choices}.`,
  noStoryNumber: (text, most) => `«${text}» no es un número de temas; use de 1 a ${most}.`,
  nearRegion: (name, near) => `Región desconocida «${name}»; ¿quiso decir ${near}?`,
  daysTwice: (one, other) => `Los días se dan dos veces, en «${one}» y «${other}»; delos una sola vez.`,
  timesDiffer: (text) => `«${text}» tiene horas distintas para días distintos; haga una suscripción de cada una.`,
  noOffer: (id) =>
    `Usted no ofreció a este canal ninguna suscripción «${id}». Escriba /subscriptions en su canal, pulse Mover, y luego escriba /move aquí antes de un día.`,
  unknownZone: (text, near) => `Zona horaria desconocida «${text}»; opciones: ${near}.`,
  noZone: (text) => `Zona horaria desconocida «${text}»; use un nombre como Europe/Berlin o Asia/Seoul.`,
  severalZones: (text, zones) => `«${text}» tiene varias zonas horarias; use una de ellas, como ${zones}.`,
  noQuietHours: (text) => `«${text}» no son horas de silencio. Escríbalas como 22:00-07:00, o «ninguna».`,
  noSince: (text) =>
    `«${text}» no es un momento desde el que mirar atrás. Escriba 24h, 3d, 2w, ayer, lunes o un día como 2026-05-01.`,
  noTimes: 'Falta una hora. Escriba horas como 08:00, 8am o «08:00 y 17:00».',
  tooManyTimes: (given, most) => `${given} horas al día son demasiadas; use ${most} como máximo.`,
  noTime: (text) => `«${text}» no es una hora. Escriba horas como 08:00, 8am o «08:00 y 17:00».`,
  noRolesHere: 'Aquí no hay roles que mencionar. Déjelo vacío.',
  noUserGroup: (text) => `«${text}» no es un grupo de usuarios. Dé su ID, como S0614TZR7, del menú del grupo en Slack.`,
  everybody: 'No se puede mencionar a todos. Dé el ID de un rol.',
  noRole: (text) =>
    `«${text}» no es un rol. Dé su ID: de 17 a 20 dígitos, con «Copiar ID del rol» en el modo de desarrollador.`,
  mayNotMention: 'Usted no puede mencionar ese rol, así que yo tampoco. Pregunte a quien pueda.',
  nameTooLong: (most) => `Ese nombre es demasiado largo; use ${most} caracteres como máximo.`,
  badName: (text) => `«${text}» no puede ser un nombre: evite @, #, acentos graves, «discord» y «clyde».`,
  noPicture: (text) => `«${text}» no es la dirección de una imagen; escriba una que empiece por https://.`,
  noColor: (text) => `«${text}» no es un color; escríbalo como #05b2fc.`,
  noSubscription: (id) => `Este canal no tiene la suscripción ${id}. /subscriptions muestra las que tiene.`,
  hasAlready: (id) => `Este canal ya la tiene, como suscripción ${id}. Para cambiarla: /subscriptions.`,
  tooMany: count({
    one: 'Este canal tiene # suscripción, el máximo. Quite antes una con /subscriptions.',
    other: 'Este canal tiene # suscripciones, el máximo. Quite antes una con /subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `El interés no se entiende en el carácter ${position}: ${problem}`,
  interest: {
    openQuote: 'la comilla no se cierra',
    emptyQuote: 'no hay nada entre las comillas',
    missingAfter: (name) => `falta algo después de «${name}»`,
    unknownFilter: (name) => `«${name}» es desconocido; opciones: topic:, actor:, story:, language: o region:`,
    tooLong: (most) => `un interés tiene ${most} caracteres como máximo`,
    strayClose: 'no hay «(» antes de «)»',
    notEverything: 'NOT everything no deja nada',
    openGroup: '«(» no se cierra',
    missingAtEnd: 'falta algo al final',
    missingBefore: (word) => `falta una sección o palabra antes de «${word}»`,
    storyNumber: 'un tema se nombra por su número, como story:123; la autocompleción lo encuentra por su título',
    noTopic: (name, topics) => `no hay sección «${name}»; hay ${topics}`,
    nearTopic: (name, near) => `no hay sección «${name}»; ¿quiso decir ${near}?`,
  },
  noInterest: 'Falta un interés. Use una sección como asia, palabras, o «everything».',
  unknownLanguage: (text) => `Idioma desconocido «${text}»; use un código como en o de, o un nombre como alemán.`,
  unknownToldAs: (text) => `Desconocido: «${text}»; opciones: digest, alerts o both.`,
  unknownDay: (text) =>
    `Día desconocido «${text}»; opciones: cada día, de lunes a viernes, fines de semana o días como «lunes, miércoles».`,
  noDays: 'Falta un día. Opciones: cada día, de lunes a viernes, fines de semana o días como «lunes, miércoles».',
  notActive: (id, state) => `La suscripción ${id} está ${state}. Reanúdela antes con /subscriptions.`,
  notListed: (text) =>
    `Ningún feed que leemos incluye «${text}», y ningún tema se llama así. Revise el enlace, o vea en /status qué feeds se leen.`,
  noBriefing: 'A este canal no se ha entregado ningún resumen. Dé el enlace de un artículo.',
  noPlace: (place, stories) =>
    `El último resumen no tiene tema ${place}; tiene ${stories}. Dé el enlace de un artículo.`,
  noSuchSubscription: (id) => `No hay suscripción ${id}; /subscriptions muestra las de un canal con sus números.`,
} satisfies Catalog['errors'];
