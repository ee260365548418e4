import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id) =>
    `Algo falló aquí, no en su lado. Inténtelo de nuevo; si continúa, dé al operador este identificador: ${id}.`,
  tooLate: (id) =>
    `Una respuesta pedida aquí no pudo mostrarse a tiempo. Pregunte de nuevo; si continúa, dé al operador este identificador: ${id}.`,
  formTooLate: 'El formulario no pudo abrirse a tiempo. Pulse de nuevo el botón.',
  formNotHere: 'Discord solo abre un formulario tras un botón o un comando. Escriba / y elija el comando.',
  otherVersion: 'Esto es de otra versión, o ya nadie lo atiende. Dé el comando de nuevo; /help los muestra todos.',
  oldForm: 'Ese formulario es de una versión anterior. Dé el comando de nuevo.',
  oldButton: 'Ese botón es de una versión anterior. Dé el comando de nuevo.',
  deadButton: 'Ese botón ya no lleva a ninguna parte. Dé el comando de nuevo.',
  notShared: 'Esa respuesta ya no puede compartirse. Dé el comando de nuevo.',
  storyGone: 'Ese tema ya no está en el archivo. Búsquelo con /search.',
  actorGone: 'El archivo ya no conoce ese nombre. Búsquelo con /who.',
  sentenceGone: 'El archivo ya no tiene esa frase. Lo que tiene ahora se busca con /search.',
  briefingGone: 'Ese resumen ya no se conserva. /catchup dice lo que el canal se perdió.',
  nobodyNamed: 'No está en el archivo: nadie a quien nombre este mensaje. /who busca un nombre.',
  nobodyLinked:
    'No está en el archivo: ni el artículo de ese enlace ni nadie a quien nombre el mensaje. /who busca un nombre.',
  noTopic: 'Ese mensaje no tiene palabras ni un enlace que conozca el archivo. /background toma un tema.',
  notManager:
    'Solo quien puede administrar este canal puede cambiar sus suscripciones. Pregunte a uno de sus administradores.',
  notManagerOfSettings:
    'Solo quien puede administrar este canal puede cambiar sus ajustes. Pregunte a uno de sus administradores.',
  needsPermission: (permission) =>
    `Aquí solo los miembros con el permiso «${permission}» pueden cambiar las suscripciones de este canal. Pregunte a uno de ellos.`,
  commandsOnly: 'Solo los comandos dicen quién puede administrar un canal. Escriba / y elija el comando de la lista.',
  noCommand: (commands) => `Falta un comando; opciones: ${commands}.`,
  unknownCommand: (name, commands) => `Comando desconocido «${name}»; opciones: ${commands}.`,
  nearCommand: (name, near) => `Comando desconocido «${name}»; ¿quiso decir ${near}?`,
  unknownOption: (name, command, options) => `Opción desconocida «${name}» de ${command}; opciones: ${options}.`,
  noOptions: (name, command) => `Opción desconocida «${name}» de ${command}; el comando no tiene ninguna.`,
  optionTwice: (name) => `La opción «${name}» se dio dos veces; dela una sola vez.`,
  tooLong: (option: string, length: string, most: string) =>
    `Es demasiado largo para «${option}»: ${length} caracteres, y caben ${most} como máximo. Dígalo con menos palabras.`,
  noWords: (command, words) => `${command} no lleva palabras; quite «${words}».`,
  value: 'valor',
  noValue: (option, command, example) => `La opción «${option}» de ${command} no tiene valor; escriba ${example}.`,
  needs: (command, option, description, example) =>
    `${command} necesita «${option}»: ${description}. Por ejemplo: ${example}`,
} satisfies Catalog['refusals'];
