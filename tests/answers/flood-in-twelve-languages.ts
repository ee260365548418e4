import type { TestArticle } from '../fixtures/make-test-article.ts';

/** One invented flood as the desks of twelve languages would write of it, in sentences of our own. Every article has the id of its language. */
const texts: Readonly<Record<string, readonly [headline: string, ...paragraphs: string[]]>> = {
  en: [
    'Flood in Sarwana: minister visits the injured',
    'Floods in the province of Sarwana drove 4,000 people from their homes, police said on Monday.',
    'Environment Minister Clara Winter visited the hospitals of the capital and promised help.',
    'The harbor bridge was closed because cracks had appeared in its piers.',
    'Clara Winter said the regional elections would be put off until May.',
  ],
  de: [
    'Überschwemmung in Sarwana: Ministerin besucht Verletzte',
    'Überschwemmungen in der Provinz Sarwana haben 4000 Menschen aus ihren Häusern vertrieben, teilte die Polizei am Montag mit.',
    'Umweltministerin Clara Winter besuchte die Krankenhäuser der Hauptstadt und versprach Hilfe.',
    'Die Hafenbrücke wurde gesperrt, weil Risse in ihren Pfeilern entdeckt wurden.',
    'Clara Winter kündigte an, die Regionalwahlen auf Mai zu verschieben.',
  ],
  es: [
    'Inundaciones en Sarwana: la ministra visita a los heridos',
    'Las inundaciones en la provincia de Sarwana obligaron a 4.000 personas a abandonar sus casas, informó el lunes la policía.',
    'La ministra de Medio Ambiente, Clara Winter, visitó los hospitales de la capital y prometió ayudas.',
    'El puente del puerto fue cerrado porque aparecieron grietas en sus pilares.',
    'Clara Winter anunció que las elecciones regionales se aplazan hasta mayo.',
  ],
  fr: [
    'Inondations au Sarwana : la ministre rend visite aux blessés',
    'Les inondations dans la province du Sarwana ont chassé 4 000 personnes de leurs maisons, a indiqué lundi la police.',
    "La ministre de l'Environnement, Clara Winter, a visité les hôpitaux de la capitale et a promis une aide.",
    'Le pont du port a été fermé parce que des fissures sont apparues dans ses piliers.',
    'Clara Winter a annoncé que les élections régionales seraient reportées au mois de mai.',
  ],
  pt: [
    'Enchentes em Sarwana: ministra visita feridos',
    'As enchentes na província de Sarwana tiraram 4 mil pessoas de suas casas, informou a polícia nesta segunda-feira.',
    'A ministra do Meio Ambiente, Clara Winter, visitou os hospitais da capital e prometeu ajuda.',
    'A ponte do porto foi fechada porque surgiram rachaduras em seus pilares.',
    'Clara Winter anunciou que as eleições regionais serão adiadas para maio.',
  ],
  ru: [
    'Наводнение в Сарване: министр посетила пострадавших',
    'Из-за наводнения в провинции Сарвана 4000 человек покинули свои дома, сообщили в понедельник в полиции.',
    'Министр экологии Клара Винтер посетила больницы столицы и пообещала помощь.',
    'Портовый мост закрыли, потому что в его опорах появились трещины.',
    'Клара Винтер объявила, что региональные выборы перенесут на май.',
  ],
  uk: [
    'Повінь у Сарвані: міністерка відвідала поранених',
    'Через повінь у провінції Сарвана 4000 людей залишили свої домівки, повідомили в понеділок у поліції.',
    'Міністерка екології Клара Вінтер відвідала лікарні столиці та пообіцяла допомогу.',
    'Портовий міст закрили, тому що в його опорах з’явилися тріщини.',
    'Клара Вінтер оголосила, що регіональні вибори перенесуть на травень.',
  ],
  tr: [
    "Sarvana'da sel: Bakan yaralıları ziyaret etti",
    'Sarvana eyaletindeki seller nedeniyle 4 bin kişinin evlerini terk ettiği pazartesi günü polis tarafından bildirildi.',
    'Çevre Bakanı Clara Winter başkentteki hastaneleri ziyaret etti ve yardım sözü verdi.',
    'Liman köprüsü, ayaklarında çatlaklar oluştuğu için kapatıldı.',
    'Clara Winter bölgesel seçimlerin mayıs ayına ertelendiğini açıkladı.',
  ],
  ar: [
    'فيضانات في ساروانا: الوزيرة تزور المصابين',
    'أجبرت الفيضانات في إقليم ساروانا أربعة آلاف شخص على مغادرة منازلهم، حسبما أعلنت الشرطة يوم الاثنين.',
    'وزارت وزيرة البيئة كلارا فينتر (Clara Winter) مستشفيات العاصمة ووعدت بالمساعدة.',
    'وأُغلق جسر الميناء بسبب ظهور شقوق في أعمدته.',
    'وأعلنت كلارا فينتر تأجيل الانتخابات الإقليمية إلى شهر مايو.',
  ],
  fa: [
    'سیل در ساروانا: وزیر از زخمی‌ها دیدن کرد',
    'پلیس روز دوشنبه اعلام کرد که سیل در استان ساروانا چهار هزار نفر را از خانه‌هایشان آواره کرده است.',
    'کلارا وینتر (Clara Winter)، وزیر محیط زیست، از بیمارستان‌های پایتخت دیدن کرد و وعده کمک داد.',
    'پل بندر به دلیل پیدا شدن ترک در پایه‌هایش بسته شد.',
    'کلارا وینتر گفت که انتخابات استانی تا ماه مه به تعویق می‌افتد.',
  ],
  hi: [
    'सरवाना में बाढ़: मंत्री ने घायलों से मुलाकात की',
    'पुलिस ने सोमवार को बताया कि सरवाना प्रांत में बाढ़ के कारण चार हजार लोगों को अपने घर छोड़ने पड़े.',
    'पर्यावरण मंत्री क्लारा विंटर ने राजधानी के अस्पतालों का दौरा किया और मदद का वादा किया.',
    'बंदरगाह का पुल बंद कर दिया गया क्योंकि उसके खंभों में दरारें आ गई थीं.',
    'क्लारा विंटर ने कहा कि प्रांतीय चुनाव मई तक टाल दिए जाएंगे.',
  ],
  zh: [
    '萨尔瓦纳发生洪水：部长探望伤员',
    '警方周一表示，萨尔瓦纳省的洪水迫使四千人离开家园。',
    '环境部长克拉拉·温特（Clara Winter）探访了首都的医院，并承诺提供援助。',
    '由于桥墩出现裂缝，港口大桥已经关闭。',
    '温特宣布，地方选举将推迟到五月举行。',
  ],
};

export const floodInTwelveLanguages: readonly TestArticle[] = Object.entries(texts).map(
  ([language, [headline, ...paragraphs]], index) => ({
    id: `dw:${language}`,
    language,
    headline,
    at: `2031-03-${String(index + 1).padStart(2, '0')}T09:00:00Z`,
    paragraphs,
  }),
);
