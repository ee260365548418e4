import type { Catalog } from '../catalog.ts';

export const refusals = {
  unexpected: (id) =>
    `Burada bir şey ters gitti, sizde değil. Yeniden deneyin; sürerse işletmeciye bu kimliği bildirin: ${id}.`,
  tooLate: (id) =>
    `Burada istenen bir yanıt zamanında gösterilemedi. Yeniden sorun; sürerse işletmeciye bu kimliği bildirin: ${id}.`,
  formTooLate: 'Form zamanında açılamadı. Düğmeye yeniden basın.',
  formNotHere: 'Discord yalnızca bir düğme ya da komuttan sonra form açar. / yazıp komutu seçin.',
  otherVersion: 'Bu başka bir sürümden ya da artık yanıtlayanı yok. Komutu yeniden verin; /help hepsini gösterir.',
  oldForm: 'Bu form eski bir sürümden. Komutu yeniden verin.',
  oldButton: 'Bu düğme eski bir sürümden. Komutu yeniden verin.',
  deadButton: 'Bu düğme artık bir yere götürmüyor. Komutu yeniden verin.',
  notShared: 'Bu yanıt artık paylaşılamaz. Komutu yeniden verin.',
  storyGone: 'Bu konu artık arşivde değil. /search ile arayın.',
  actorGone: 'Arşiv bu adı artık tanımıyor. /who ile arayın.',
  sentenceGone: 'Arşivde bu cümle artık yok. Şimdi ne olduğunu /search bulur.',
  briefingGone: 'Bu özet artık saklanmıyor. Kanalın kaçırdıklarını /catchup söyler.',
  nobodyNamed: 'Arşivde yok: bu mesajda adı geçen kimse. /who bir adı arar.',
  nobodyLinked: 'Arşivde yok: ne bu bağlantının haberi ne de mesajda adı geçen biri. /who bir adı arar.',
  noTopic: 'Bu mesajda arşivin tanıdığı sözcük ya da bağlantı yok. /background bir konu alır.',
  notManager: 'Bu kanalın aboneliklerini yalnızca onu yönetebilenler değiştirebilir. Yöneticilerinden birine başvurun.',
  notManagerOfSettings:
    'Bu kanalın ayarlarını yalnızca onu yönetebilenler değiştirebilir. Yöneticilerinden birine başvurun.',
  needsPermission: (permission) =>
    `Burada bu kanalın aboneliklerini yalnızca “${permission}” izni olan üyeler değiştirebilir. Onlardan birine başvurun.`,
  commandsOnly: 'Bir kanalı kimin yönetebildiği yalnızca komutlarla bildirilir. / yazıp listeden komutu seçin.',
  noCommand: (commands) => `Komut verilmedi; seçenekler: ${commands}.`,
  unknownCommand: (name, commands) => `Bilinmeyen komut “${name}”; seçenekler: ${commands}.`,
  nearCommand: (name, near) => `Bilinmeyen komut “${name}”; şunu mu demek istediniz: ${near}?`,
  unknownOption: (name, command, options) => `${command} için bilinmeyen seçenek “${name}”; seçenekler: ${options}.`,
  noOptions: (name, command) => `${command} için bilinmeyen seçenek “${name}”; bu komutun seçeneği yok.`,
  optionTwice: (name) => `“${name}” seçeneği iki kez verildi; bir kez verin.`,
  tooLong: (option: string, length: string, most: string) =>
    `“${option}” için çok uzun: ${length} karakter, en fazla ${most} olabilir. Daha kısa yazın.`,
  noWords: (command, words) => `${command} ardından sözcük almaz; “${words}” kısmını silin.`,
  value: 'değer',
  noValue: (option, command, example) =>
    `${command} komutunda “${option}” seçeneğinin değeri yok; ${example} biçiminde yazın.`,
  needs: (command, option, description, example) =>
    `${command} için “${option}” gerekli: ${description}. Örneğin: ${example}`,
} satisfies Catalog['refusals'];
