import { phrases, words } from '../../reading/words.ts';

/** Words that make a name an organization's when they end it (or open it: "University of ..."), folded. Written by us. */
export const organizationHeads = words(`
  ministry party bank court inc inc. corp corp. corporation company co co. ltd ltd. llc plc gmbh ag kg kgaa se sa s.a. nv bv spa group holding holdings industries motors airlines airways air
  university college school academy institute institution seminary faculty polytechnic universitat hochschule institut akademie gymnasium fakultat
  council commission committee congress senate parliament assembly bundestag bundesrat knesset duma diet government administration cabinet authority agency bureau office department secretariat directorate
  union association federation confederation organization organisation foundation society league alliance coalition front movement brigade brigades militia guard guards army navy corps force forces police division regiment battalion infantry cavalry squadron fleet
  club fc f.c. sc afc cf ac team united rovers wanderers athletic orchestra ensemble quartet choir band philharmonic
  church diocese archdiocese parish order
  newspaper times post herald tribune gazette journal news press magazine radio television tv broadcasting network media records entertainment pictures films studios productions publishing publishers books
  hospital clinic museum library theatre theater
  railway railroad railways rail lines systems technologies technology software electronics energy oil petroleum gas steel pharmaceuticals pharma foods insurance financial capital partners ventures services solutions labs laboratory laboratories
  fund trust board chamber tribunal panel command wing works stores store brothers bros bros. sons brewery lottery mission gang cartel chapter service services center centre network initiative campaign project watch
  democrats republicans conservatives greens socialists liberals communists taliban hezbollah
  partei ministerium gericht gerichtshof verein verband bund gesellschaft stiftung orchester kirche bistum rat ausschuss kommission behorde amt bundesamt regierung gewerkschaft werke fraktion zeitung verlag rundfunk sender armee wehr
  parti banco banca banque caixa universite universidad ministere ministerio partido societe compagnie`);

/** Organizations whose name says nothing of it, and acronyms that read like other words, folded. General knowledge. */
export const knownOrganizations = phrases(`
  european union, european commission, european parliament, european central bank, united nations, security council, world bank, world health
  organization, amnesty international, human rights watch, transparency international, greenpeace, red cross, red crescent, international monetary fund,
  islamic state, al-qaeda, al qaeda, al-shabab, boko haram, hamas, hezbollah, hizbollah, taliban, fatah, kremlin, white house, pentagon, state
  department, capitol, downing street, bundeswehr, bundesbank, bundestag, bundesrat, bundesregierung, bundesliga, reichstag, knesset, congress, senate,
  house of representatives, house of commons, house of lords, parliament, supreme court, interpol, europol, frontex, nato, unesco, unicef, opec, asean,
  mossad, gestapo, google, apple, microsoft, amazon, facebook, twitter, meta, tesla, netflix, youtube, tiktok, whatsapp, instagram, openai, spacex,
  boeing, airbus, siemens, volkswagen, mercedes-benz, daimler, porsche, audi, toyota, honda, nissan, samsung, sony, huawei, nintendo, gazprom, rosneft,
  lufthansa, deutsche bank, deutsche bahn, deutsche welle, deutsche telekom, commerzbank, bayer, basf, nestle, shell, exxon, exxonmobil, chevron, total,
  pfizer, biontech, astrazeneca, moderna, ikea, adidas, nike, puma, reuters, bloomberg, associated press, spiegel, der spiegel, die zeit, le monde, new
  york times, the new york times, washington post, the washington post, the guardian, wall street journal, financial times, the economist, al jazeera,
  xinhua, wikipedia, labour, labor, tories, democrats, republicans, greens, grünen, grunen, die linke, linke, linkspartei, christian democrats, social
  democrats, free democrats, christian democratic union, christian social union, alternative for germany, alternative fur deutschland, likud, congress
  party, vereinte nationen, vereinten nationen, europäische union, europaische union, europaischen union, europaische kommission, europaischen
  kommission, europaparlament, weltbank, sicherheitsrat, roten kreuz, rotes kreuz, wehrmacht, real madrid, barcelona fc, bayern munich, bayern munchen,
  borussia dortmund, schalke, arsenal, chelsea, liverpool fc, manchester united, manchester city, juventus, inter milan, hertha, werder bremen,
  eintracht frankfurt, bayer leverkusen, borussia monchengladbach, european court of justice, international criminal court, wagner, wagner group, fbi,
  cia, mi5, mi6, nasa, ioc, fifa, uefa, ebay, ibm, intel, ford, chrysler, warner bros., disney, paramount, hbo, mtv, bbc, cnn, nbc, cbs, abc,
  u.n., interfax, itar-tass, tass, ria novosti, afp, dpa, kyodo, yonhap, anadolu, ansa, press trust of india, agence france-presse,
  nottingham forest, sheffield wednesday, crystal palace, aston villa, west ham, west ham united, tottenham, tottenham hotspur, everton, leeds united,
  newcastle united, celtic, rangers, ajax, feyenoord, anderlecht, benfica, sporting lisbon, galatasaray, fenerbahce, besiktas, olympiakos, panathinaikos,
  spartak moscow, dynamo kiev, shakhtar donetsk, lazio, ac milan, as roma, napoli, fiorentina, sampdoria, paris saint-germain, atletico madrid, sevilla fc,
  boca juniors, river plate, flamengo, santos, leicestershire, warwickshire, derbyshire, nottinghamshire, glamorgan, middlesex, northamptonshire,
  worcestershire, gloucestershire, moody's, standard & poor's, nasdaq, dow jones, nikkei`);

/** Upper-case words that are no organization. */
export const commonAcronyms = words(`
  TV CD DVD GDP AM PM FM DJ ID OK AIDS HIV DNA RNA CEO CFO CTO COO MP MEP MVP EP LP PC VIP UFO PR HR IT AI VR USB GPS SMS SUV ATM BC AD BCE CE NGO NGOS PhD MBA BA MA II III IV VI VII VIII IX XI XII XIII XIV XV XVI
  COVID COVID-19 SARS CO2 LGBT LGBTQ LGBTQI LGBTQ+ LNG EV EVS R&B A B C D E F G H I J K L M N O P Q R S T U V W X Y Z NO SOS RIP CV FAQ URL WWW HTML PDF WWII WWI MBE OBE CBE EST GMT UTC CET PMID ISBN IMAGE AFP/DPA DVDS CDS EUR USD KM MW GB MB`);

/** Whether a folded word, ending a longer name, makes it an organization's. */
export function isOrganizationHead(folded: string): boolean {
  return organizationHeads.has(folded);
}

/** Whether a folded German word is an institution's kind, compounds included: what follows names it ("Institut für Weltwirtschaft"). */
export function isGermanInstitution(folded: string): boolean {
  return /(?:institut|akademie|ministerium|hochschule|universitat|bundesamt|verband|gesellschaft|vereinigung|zentrum|stiftung|bund|museum|gerichtshof|hof|rat)$/.test(
    folded,
  );
}
