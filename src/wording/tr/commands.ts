import type { Catalog } from '../catalog.ts';

export const commands = {
  brief: {
    description: 'Şimdi, size özel bir haber özeti',
    interest: 'Bölüm ya da sözcükler; boşsa her şey',
    since: 'Ne kadar geriye: 24h, 3d, 2026-05-01; boşsa 24h',
  },
  catchup: {
    description: 'Bu kanalın son özetinden beri kaçırdıkları, size özel',
    since: 'Şundan beri her şey: 24h, 3d, Pazartesi; boşsa henüz bildirilmeyenler',
  },
  who: { description: 'Haberlerdeki bu kişi, kuruluş ya da devlet kim?', actor: 'Aranacak ad' },
  background: {
    description: 'Konu ne, neden önemli, kimler var ve zaman çizelgesi',
    topic: 'Bir konu, bir aktör ya da sözcükler',
  },
  story: { description: 'Bir konuda son durum ve bütün haberleri', story: 'Bir konu' },
  ask: { description: 'Arşivdeki cümlelerle yanıtlanan ya da yanıtlanmayan bir soru', question: 'Bilmek istediğiniz' },
  search: {
    description: 'Bu sözcükleri içeren haberler, en yeni ve en uygun olanlar önce',
    words: 'Aranacak sözcükler',
  },
  preview: {
    description: 'Abone olmadan önce: son yedi gün ne getirirdi',
    interest: 'Bölüm, sözcükler, actor:, story:, region:, language:; AND, OR, NOT ile',
  },
  subscribe: {
    description: 'Bu kanala belirli saatlerde haber özeti gönderilsin',
    interest: 'Bölüm, sözcükler, actor:, story:, region:, language:; AND, OR, NOT ile; ya da everything',
    times: '08:00, “08:00 ve 17:00” ya da “hafta içi, saat 8” gibi; boşsa 08:00',
    days: 'her gün, hafta içi, hafta sonu ya da gün adları; boşsa her gün',
    zone: 'Şehir ya da IANA saat dilimi; boşsa kanalınki',
    stories: 'En çok kaç konu, 1 ile 20 arası; kalanlar yalnızca başlıkla',
    as: 'Bu saatlerde özet (varsayılan), son dakika uyarıları ya da ikisi birden',
  },
  subscriptions: { description: 'Bu kanalın abonelikleri: duraklat, düzenle, önizle, şimdi gönder, taşı, kaldır' },
  move: { description: 'Başka bir kanalda “Taşı” ile sunduğunuz aboneliği bu kanala alın', subscription: 'Numarası' },
  settings: {
    description: 'Bu kanalın saat dilimi, dili, sessiz saatleri ve bağlantıları; gösterir ya da değiştirir',
    zone: 'Yeni abonelikler ve sessiz saatler için şehir ya da IANA saat dilimi',
    language: 'Yeni aboneliklerin, istenen özetlerin ve benim sözlerimin dili',
    quiet: '22:00-07:00 gibi ya da off: o saatlerde gelecek olan zamanında ama sessiz gelir',
    unfurl: 'Burada paylaşılan haber bağlantıları bir satırda özetlensin mi',
  },
  topics: { description: 'Abone olabileceğiniz bölümler' },
  why: {
    description: 'Bir habere ya da konuya ne oldu; bir özet onu neden verdi ya da vermedi',
    article: 'Bağlantısı, DW numarası, son özetteki numarası ya da başlığından sözcükler',
  },
  status: { description: 'Akışlar okunuyor ve özetler teslim ediliyor mu' },
  help: { description: 'Neler sorabilirsiniz, bir komut nasıl çalışır', command: 'Bir komut' },
  shared: { length: 'Her konudan ne kadar', language: 'Haberlerin dili; boşsa kanalınki' },
  choices: {
    headlines: 'yalnızca başlıklar',
    short: 'kısa: konu başına bir cümle',
    normal: 'normal: iki ya da üç',
    long: 'uzun: en çok beş',
    digest: 'Özetler',
    alerts: 'Son dakika uyarıları',
    both: 'İkisi birden',
    on: 'açık',
    off: 'kapalı',
  },
  menu: { who: 'Burada kimler var?', background: 'Arka plan' },
} satisfies Catalog['commands'];
