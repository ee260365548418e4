import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id) =>
    `Algo deu errado aqui, não do seu lado. Tente de novo; se continuar, informe ao operador este código: ${id}.`,
  tooLate: (id) =>
    `Uma resposta pedida aqui não pôde ser mostrada a tempo. Pergunte de novo; se continuar, informe ao operador este código: ${id}.`,
  formTooLate: 'O formulário não pôde abrir a tempo. Aperte o botão de novo.',
  formNotHere: 'O Discord só abre um formulário após um botão ou comando. Digite / e escolha o comando.',
  otherVersion: 'Isto é de outra versão, ou ninguém mais responde. Dê o comando de novo; /help mostra todos.',
  oldForm: 'Esse formulário é de uma versão anterior. Dê o comando de novo.',
  oldButton: 'Esse botão é de uma versão anterior. Dê o comando de novo.',
  deadButton: 'Esse botão não leva mais a lugar nenhum. Dê o comando de novo.',
  notShared: 'Essa resposta não pode mais ser compartilhada. Dê o comando de novo.',
  storyGone: 'Esse tema não está mais no arquivo. Procure-o com /search.',
  actorGone: 'O arquivo não conhece mais esse nome. Procure-o com /who.',
  sentenceGone: 'O arquivo não tem mais essa frase. O que ele tem agora se acha com /search.',
  briefingGone: 'Esse resumo não é mais guardado. /catchup diz o que o canal perdeu.',
  nobodyNamed: 'Não está no arquivo: ninguém que esta mensagem cite. /who procura um nome.',
  nobodyLinked: 'Não está no arquivo: nem o artigo desse link, nem ninguém que a mensagem cite. /who procura um nome.',
  noTopic: 'Essa mensagem não tem palavras nem um link que o arquivo conheça. /background recebe um tema.',
  notManager: 'Só quem pode gerenciar este canal pode alterar suas assinaturas. Fale com um dos responsáveis.',
  notManagerOfSettings:
    'Só quem pode gerenciar este canal pode alterar suas configurações. Fale com um dos responsáveis.',
  needsPermission: (permission) =>
    `Aqui só membros com a permissão “${permission}” podem alterar as assinaturas deste canal. Fale com um deles.`,
  commandsOnly: 'Só os comandos dizem quem pode gerenciar um canal. Digite / e escolha o comando na lista.',
  noCommand: (commands) => `Falta um comando; opções: ${commands}.`,
  unknownCommand: (name, commands) => `Comando desconhecido “${name}”; opções: ${commands}.`,
  nearCommand: (name, near) => `Comando desconhecido “${name}”; você quis dizer ${near}?`,
  unknownOption: (name, command, options) => `Opção desconhecida “${name}” de ${command}; opções: ${options}.`,
  noOptions: (name, command) => `Opção desconhecida “${name}” de ${command}; o comando não tem nenhuma.`,
  optionTwice: (name) => `A opção “${name}” foi dada duas vezes; informe-a uma só vez.`,
  tooLong: (option: string, length: string, most: string) =>
    `É longo demais para “${option}”: ${length} caracteres, no máximo ${most}. Diga com menos palavras.`,
  noWords: (command, words) => `${command} não recebe palavras; retire “${words}”.`,
  value: 'valor',
  noValue: (option, command, example) => `A opção “${option}” de ${command} não tem valor; escreva ${example}.`,
  needs: (command, option, description, example) =>
    `${command} precisa de “${option}”: ${description}. Por exemplo: ${example}`,
} satisfies Catalog['refusals'];
