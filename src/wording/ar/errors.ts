import type { Catalog } from '../catalog.ts';
import { type PluralForms, plural } from '../plural.ts';

const count = (forms: PluralForms) => plural('ar', forms);

export const errors = {
  noDay: (text) =>
    `«${text}» ليس يومًا. اكتبوا تاريخًا مثل 2026-12-24، أو مدة مثل 3d أو 2w، أو يومًا من الأسبوع بالإنجليزية.`,
  dayPassed: (text, day, today) => `«${text}» هو ${day}، وليس بعد اليوم ${today}. اكتبوا يومًا لاحقًا.`,
  unknownChoice: (option, text, choices) => `قيمة غير معروفة للخيار ${option}: «${text}»؛ الخيارات: ${choices}.`,
  noStoryNumber: (text, most) => `«${text}» ليس عددًا للمواضيع؛ استخدموا من 1 إلى ${most}.`,
  nearRegion: (name, near) => `منطقة غير معروفة «${name}»؛ هل تقصدون ${near}؟`,
  daysTwice: (one, other) => `ذُكرت الأيام مرتين، في «${one}» و«${other}»؛ اذكروها مرة واحدة.`,
  timesDiffer: (text) => `في «${text}» أوقات مختلفة لأيام مختلفة؛ أنشئوا اشتراكًا لكل منها.`,
  noOffer: (id) =>
    `لم تعرضوا على هذه القناة اشتراكًا رقمه «${id}». اكتبوا \u200E/subscriptions في قناته واضغطوا «نقل»، ثم اكتبوا هنا \u200E/move خلال يوم.`,
  unknownZone: (text, near) => `منطقة زمنية غير معروفة «${text}»؛ الخيارات: ${near}.`,
  noZone: (text) => `منطقة زمنية غير معروفة «${text}»؛ استخدموا اسمًا مثل Europe/Berlin أو Asia/Seoul.`,
  severalZones: (text, zones) => `لـ«${text}» عدة مناطق زمنية؛ استخدموا إحداها، مثل ${zones}.`,
  noQuietHours: (text) => `«${text}» ليست ساعات هدوء. اكتبوها هكذا 22:00-07:00، أو «لا يوجد».`,
  noSince: (text) =>
    `«${text}» ليس وقتًا يُنظر منه إلى الوراء. اكتبوا 24h أو 3d أو 2w أو أمس أو الاثنين أو يومًا مثل 2026-05-01.`,
  noTimes: 'لم يُذكر وقت. اكتبوا أوقاتًا مثل 08:00 أو 8am أو «08:00 و17:00».',
  tooManyTimes: (given, most) => `عدد الأوقات في اليوم ${given} كثير؛ الحد الأقصى ${most}.`,
  noTime: (text) => `«${text}» ليس وقتًا. اكتبوا أوقاتًا مثل 08:00 أو 8am أو «08:00 و17:00».`,
  noRolesHere: 'لا أدوار هنا يمكن الإشارة إليها. اتركوه فارغًا.',
  noUserGroup: (text) => `«${text}» ليست مجموعة مستخدمين. اكتبوا معرّفها، مثل S0614TZR7، من قائمة المجموعة في Slack.`,
  everybody: 'لا يمكن الإشارة إلى الجميع. اكتبوا معرّف دور واحد.',
  noRole: (text) => `«${text}» ليس دورًا. اكتبوا معرّفه: من 17 إلى 20 رقمًا، بواسطة «نسخ معرّف الدور» في وضع المطوّر.`,
  mayNotMention: 'لا يحق لكم الإشارة إلى ذلك الدور، فلن أفعل أنا أيضًا. توجهوا إلى من يحق له.',
  nameTooLong: (most) => `هذا الاسم طويل جدًا؛ الحد الأقصى ${most} حرفًا.`,
  badName: (text) => `«${text}» لا يصلح اسمًا: تجنبوا @ و# والفاصلة المعكوسة و«discord» و«clyde».`,
  noPicture: (text) => `«${text}» ليس عنوان صورة؛ اكتبوا عنوانًا يبدأ بـ https://.`,
  noColor: (text) => `«${text}» ليس لونًا؛ اكتبوه هكذا #05b2fc.`,
  noSubscription: (id) => `ليس لهذه القناة اشتراك رقمه ${id}. \u200E/subscriptions يعرض ما لديها.`,
  hasAlready: (id) => `لدى هذه القناة ذلك بالفعل، الاشتراك ${id}. للتعديل: \u200E/subscriptions.`,
  tooMany: count({
    zero: 'لدى هذه القناة # اشتراك، وهو الحد الأقصى. احذفوا واحدًا أولًا بواسطة \u200E/subscriptions.',
    one: 'لدى هذه القناة اشتراك واحد، وهو الحد الأقصى. احذفوه أولًا بواسطة \u200E/subscriptions.',
    two: 'لدى هذه القناة اشتراكان، وهو الحد الأقصى. احذفوا واحدًا أولًا بواسطة \u200E/subscriptions.',
    few: 'لدى هذه القناة # اشتراكات، وهو الحد الأقصى. احذفوا واحدًا أولًا بواسطة \u200E/subscriptions.',
    many: 'لدى هذه القناة # اشتراكًا، وهو الحد الأقصى. احذفوا واحدًا أولًا بواسطة \u200E/subscriptions.',
    other: 'لدى هذه القناة # اشتراك، وهو الحد الأقصى. احذفوا واحدًا أولًا بواسطة \u200E/subscriptions.',
  }),
  fullStop: '.',
  interestAt: (position, problem) => `تتعذر قراءة الاهتمام عند الحرف ${position}: ${problem}`,
  interest: {
    openQuote: 'علامة التنصيص لم تُغلق',
    emptyQuote: 'لا شيء بين علامتي التنصيص',
    missingAfter: (name) => `ينقص شيء بعد «${name}»`,
    unknownFilter: (name) => `«${name}» غير معروف؛ الخيارات: topic: أو actor: أو story: أو language: أو region:`,
    tooLong: (most) => `الحد الأقصى للاهتمام ${most} حرفًا`,
    strayClose: 'لا «(» قبل «)»',
    notEverything: 'لا تترك NOT everything شيئًا',
    openGroup: '«(» لم تُغلق',
    missingAtEnd: 'ينقص شيء في النهاية',
    missingBefore: (word) => `ينقص قسم أو كلمة قبل «${word}»`,
    storyNumber: 'يُسمّى الموضوع برقمه، مثل story:123؛ والإكمال التلقائي يجده بعنوانه',
    noTopic: (name, topics) => `لا يوجد قسم «${name}»؛ الأقسام: ${topics}`,
    nearTopic: (name, near) => `لا يوجد قسم «${name}»؛ هل تقصدون ${near}؟`,
  },
  noInterest: 'لم يُذكر اهتمام. استخدموا قسمًا مثل asia، أو كلمات، أو «everything».',
  unknownLanguage: (text) => `لغة غير معروفة «${text}»؛ استخدموا رمزًا مثل en أو de، أو اسمًا مثل الألمانية.`,
  unknownToldAs: (text) => `غير معروف: «${text}»؛ الخيارات: digest أو alerts أو both.`,
  unknownDay: (text) =>
    `يوم غير معروف «${text}»؛ الخيارات: كل يوم أو من الاثنين إلى الجمعة أو السبت والأحد أو أيام مثل «الاثنين، الأربعاء».`,
  noDays: 'لم يُذكر يوم. الخيارات: كل يوم أو من الاثنين إلى الجمعة أو السبت والأحد أو أيام مثل «الاثنين، الأربعاء».',
  notActive: (id, state) => `الاشتراك ${id} ${state}. استأنفوه أولًا بواسطة \u200E/subscriptions.`,
  notListed: (text) =>
    `لم تُدرج أي خلاصة نقرؤها «${text}»، ولا موضوع بهذا الاسم. تحققوا من الرابط، أو انظروا \u200E/status لمعرفة الخلاصات المقروءة.`,
  noBriefing: 'لم يُرسل أي موجز إلى هذه القناة حتى الآن. اكتبوا رابط مقال بدلًا من ذلك.',
  noPlace: (place, stories) =>
    `ليس في آخر موجز موضوع رقمه ${place}؛ عدد مواضيعه ${stories}. اكتبوا رابط مقال بدلًا من ذلك.`,
  noSuchSubscription: (id) => `لا يوجد اشتراك رقمه ${id}؛ \u200E/subscriptions يعرض اشتراكات القناة بأرقامها.`,
} satisfies Catalog['errors'];
