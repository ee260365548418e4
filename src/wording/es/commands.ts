import type { Catalog } from '../catalog.ts';

export const commands = {
  brief: {
    description: 'Un resumen de noticias ahora, para usted',
    interest: 'Sección o palabras; todo, si no se indica',
    since: 'Desde cuándo: 24h, 3d, 2026-05-01; si no se indica, 24h',
  },
  catchup: {
    description: 'Lo que este canal se perdió desde su último resumen, para usted',
    since: 'Todo desde: 24h, 3d, lunes; si no se indica, lo que aún no recibió',
  },
  who: { description: '¿Quién es esta persona, organización o Estado en las noticias?', actor: 'Nombre que se busca' },
  background: {
    description: 'De qué se trata, por qué importa, quién interviene, y la cronología',
    topic: 'Un tema, un actor o palabras',
  },
  story: { description: 'Lo último de un tema y todos sus artículos', story: 'Un tema' },
  ask: {
    description: 'Una pregunta, respondida con frases del archivo o no respondida',
    question: 'Lo que quiere saber',
  },
  search: {
    description: 'Artículos con estas palabras, los más recientes y mejores primero',
    words: 'Palabras que se buscan',
  },
  preview: {
    description: 'Lo que habrían traído los últimos siete días, antes de suscribirse',
    interest: 'Sección, palabras, actor:, story:, region:, language:, con AND, OR, NOT',
  },
  subscribe: {
    description: 'Recibir resúmenes en este canal a horas fijas',
    interest: 'Sección, palabras, actor:, story:, region:, language:, con AND, OR, NOT; o everything',
    times: 'Como 08:00, «08:00 y 17:00» o «de lunes a viernes a las 8»; si no se indica, 08:00',
    days: 'cada día, de lunes a viernes, fines de semana o días; si no se indica, cada día',
    zone: 'Ciudad o zona IANA; si no se indica, la del canal',
    stories: 'Número máximo de temas, de 1 a 20; los demás por su título',
    as: 'Resúmenes a estas horas (por defecto), alertas cuando surge un tema urgente, o ambos',
  },
  subscriptions: { description: 'Suscripciones de este canal: pausar, editar, vista previa, enviar ya, mover, quitar' },
  move: {
    description: 'Traer a este canal una suscripción que usted ofreció en otro con «Mover»',
    subscription: 'Su número',
  },
  settings: {
    description: 'Zona, idioma, horas de silencio y enlaces de este canal; los muestra o cambia lo indicado',
    zone: 'Ciudad o zona IANA, para nuevas suscripciones y horas de silencio',
    language: 'Idioma de nuevas suscripciones, de resúmenes pedidos y de mis propias palabras',
    quiet: 'Como 22:00-07:00, u off: lo previsto llega entonces a su hora, pero sin sonido',
    unfurl: 'Si los enlaces a artículos publicados aquí se cuentan en una línea',
  },
  topics: { description: 'Las secciones a las que puede suscribirse' },
  why: {
    description: 'Qué fue de un artículo o tema, y por qué un resumen lo contó o no',
    article: 'Su enlace, el número de DW, su número en el último resumen o palabras del título',
  },
  status: { description: 'Si se leen los feeds y se entregan los resúmenes' },
  help: { description: 'Qué puede preguntar, o cómo funciona un comando', command: 'Un comando' },
  shared: { length: 'Cuánto de cada tema', language: 'Idioma de los artículos; si no se indica, el del canal' },
  choices: {
    headlines: 'solo titulares',
    short: 'breve: una frase por tema',
    normal: 'normal: dos o tres',
    long: 'largo: hasta cinco',
    digest: 'Resúmenes',
    alerts: 'Alertas cuando surge un tema urgente',
    both: 'Ambos',
    on: 'sí',
    off: 'no',
  },
  menu: { who: '¿Quién aparece aquí?', background: 'Contexto' },
} satisfies Catalog['commands'];
