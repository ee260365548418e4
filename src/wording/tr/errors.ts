import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('tr', forms);

export const errors = {
  noDay: (text) =>
    `“${text}” bir gün değil. 2026-12-24 gibi bir tarih, 3d ya da 2w gibi bir süre ya da İngilizce bir gün adı yazın.`,
  dayPassed: (text, day, today) =>
    `“${text}” ${day} demek ve bugünden (${today}) sonra değil. Daha sonraki bir gün yazın.`,
  unknownChoice: (option, text, choices) => `${option} için bilinmeyen değer: “${text}”; seçenekler: ${choices}.`,
  noStoryNumber: (text, most) => `“${text}” bir konu sayısı değil; 1 ile ${most} arasında bir sayı yazın.`,
  nearRegion: (name, near) => `Bilinmeyen bölge “${name}”; şunu mu demek istediniz: ${near}?`,
  daysTwice: (one, other) => `Günler iki kez verilmiş: “${one}” ve “${other}”; bir kez yazın.`,
  timesDiffer: (text) => `“${text}” farklı günler için farklı saatler içeriyor; her biri için ayrı abonelik yapın.`,
  noOffer: (id) =>
    `Bu kanala “${id}” numaralı bir abonelik sunmadınız. Bulunduğu kanalda /subscriptions yazıp Taşı düğmesine basın, sonra bir gün içinde burada /move yazın.`,
  unknownZone: (text, near) => `Bilinmeyen saat dilimi “${text}”; seçenekler: ${near}.`,
  noZone: (text) => `Bilinmeyen saat dilimi “${text}”; Europe/Berlin ya da Asia/Seoul gibi bir ad yazın.`,
  severalZones: (text, zones) => `“${text}” için birden çok saat dilimi var; birini yazın, örneğin ${zones}.`,
  noQuietHours: (text) => `“${text}” sessiz saat değil. 22:00-07:00 gibi ya da “yok” yazın.`,
  noSince: (text) =>
    `“${text}” geriye bakılacak bir zaman değil. 24h, 3d, 2w, dün, Pazartesi ya da 2026-05-01 gibi bir gün yazın.`,
  noTimes: 'Saat verilmedi. 08:00, 8am ya da “08:00 ve 17:00” gibi saatler yazın.',
  tooManyTimes: (given, most) => `Günde ${given} saat çok fazla; en çok ${most} saat yazın.`,
  noTime: (text) => `“${text}” bir saat değil. 08:00, 8am ya da “08:00 ve 17:00” gibi saatler yazın.`,
  noRolesHere: 'Burada bahsedilecek rol yok. Boş bırakın.',
  noUserGroup: (text) =>
    `“${text}” bir kullanıcı grubu değil. Slack’te grubun menüsünden kimliğini verin; örneğin S0614TZR7.`,
  everybody: 'Herkesten bahsedilemez. Tek bir rolün kimliğini verin.',
  noRole: (text) =>
    `“${text}” bir rol değil. Kimliğini verin: 17-20 rakam, geliştirici modunda “Rol Kimliğini Kopyala” ile.`,
  mayNotMention: 'Bu rolden siz bahsedemiyorsunuz, o yüzden ben de bahsetmem. Yetkisi olana başvurun.',
  nameTooLong: (most) => `Bu ad çok uzun; en çok ${most} karakter.`,
  badName: (text) => `“${text}” ad olamaz: @, #, ters tırnak, “discord” ve “clyde” kullanmayın.`,
  noPicture: (text) => `“${text}” bir resim adresi değil; https:// ile başlayan bir adres yazın.`,
  noColor: (text) => `“${text}” bir renk değil; #05b2fc biçiminde yazın.`,
  noSubscription: (id) => `Bu kanalda ${id} numaralı abonelik yok. /subscriptions olanları gösterir.`,
  hasAlready: (id) => `Bu kanalda bu zaten var: abonelik ${id}. Değiştirmek için: /subscriptions.`,
  tooMany: count({
    one: 'Bu kanalın # aboneliği var; daha fazlası olamaz. Önce /subscriptions ile birini kaldırın.',
    other: 'Bu kanalın # aboneliği var; daha fazlası olamaz. Önce /subscriptions ile birini kaldırın.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `İlgi alanı ${position}. karakterde okunamıyor: ${problem}`,
  interest: {
    openQuote: 'tırnak işareti kapatılmamış',
    emptyQuote: 'tırnak işaretlerinin arası boş',
    missingAfter: (name) => `“${name}” ardından bir şey eksik`,
    unknownFilter: (name) => `“${name}” bilinmiyor; seçenekler: topic:, actor:, story:, language: ya da region:`,
    tooLong: (most) => `bir ilgi alanı en çok ${most} karakter olabilir`,
    strayClose: '“)” öncesinde “(” yok',
    notEverything: 'NOT everything geriye bir şey bırakmıyor',
    openGroup: '“(” kapatılmamış',
    missingAtEnd: 'sonunda bir şey eksik',
    missingBefore: (word) => `“${word}” öncesinde bir bölüm ya da sözcük eksik`,
    storyNumber: 'bir konu numarasıyla anılır, story:123 gibi; tamamlama onu başlığından bulur',
    noTopic: (name, topics) => `“${name}” adlı bölüm yok; olanlar: ${topics}`,
    nearTopic: (name, near) => `“${name}” adlı bölüm yok; şunu mu demek istediniz: ${near}?`,
  },
  noInterest: 'İlgi alanı verilmedi. asia gibi bir bölüm, sözcükler ya da “everything” yazın.',
  unknownLanguage: (text) => `Bilinmeyen dil “${text}”; en ya da de gibi bir kod ya da Almanca gibi bir ad yazın.`,
  unknownToldAs: (text) => `Bilinmiyor: “${text}”; seçenekler: digest, alerts ya da both.`,
  unknownDay: (text) =>
    `Bilinmeyen gün “${text}”; seçenekler: her gün, hafta içi, hafta sonu ya da “Pazartesi, Çarşamba” gibi adlar.`,
  noDays: 'Gün verilmedi. Seçenekler: her gün, hafta içi, hafta sonu ya da “Pazartesi, Çarşamba” gibi adlar.',
  notActive: (id, state) => `Abonelik ${id} şu durumda: ${state}. Önce /subscriptions ile sürdürün.`,
  notListed: (text) =>
    `Okuduğumuz hiçbir akışta “${text}” yok ve hiçbir konunun adı bu değil. Bağlantıyı denetleyin; okunan akışlar için /status.`,
  noBriefing: 'Bu kanala şimdiye kadar özet teslim edilmedi. Bunun yerine bir haberin bağlantısını verin.',
  noPlace: (place, stories) =>
    `Son özette ${place} numaralı konu yok; konu sayısı: ${stories}. Bunun yerine bir haberin bağlantısını verin.`,
  noSuchSubscription: (id) => `${id} numaralı abonelik yok; /subscriptions bir kanalınkileri numaralarıyla gösterir.`,
} satisfies Catalog['errors'];
