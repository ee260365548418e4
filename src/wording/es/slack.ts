import type { Catalog } from '../catalog.ts';

export const slack = {
  search: 'Buscar en el archivo',
  searchHint: 'Palabras, o una pregunta con signo de interrogación',
  briefMe: 'Resumen ahora',
  subscribe: 'Suscribirse',
  settings: 'Ajustes',
  yours: 'Solo para usted, como mensajes directos:',
  ofChannel: 'En un canal:',
  channel: 'Canal',
  nothing: 'Aún no hay nada aquí.',
  more: 'Hay más de lo que cabe aquí.',
  notThere: 'No estoy en ese canal, o usted no está. Invíteme allí con /invite, o elija otro.',
  cancel: 'Cancelar',
  close: 'Cerrar',
  oneMoment: 'Un momento …',
  notSaid: 'No pude decirlo en el canal. Invíteme allí, o no podrá llegar ningún resumen.',
  adminsOnly: 'Aquí solo cambian las suscripciones las personas que nombró el operador. Pregunte a una de ellas.',
  guest:
    'Los invitados no pueden cambiar lo que recibe un canal. Pregunte a un miembro pleno de este espacio de trabajo.',
  stranger:
    'Usted viene de otro espacio de trabajo y no puede cambiar lo que recibe este canal. Pregunte a un miembro de este.',
  notKnown:
    'Slack no puede decir ahora si usted puede cambiar lo que recibe este canal. Inténtelo de nuevo en un minuto.',
} satisfies Catalog['slack'];
