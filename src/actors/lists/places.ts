import { phrases, words } from '../../reading/words.ts';

/** Words that make a name a place's when they end it, folded. Written by us. */
export const placeHeads = words(`
  river lake sea ocean bay gulf strait channel creek island islands isle isles peninsula cape coast beach mountain mountains mount hill hills valley canyon desert forest woods plateau basin delta falls pass
  city town township village county province district region state territory borough municipality parish shire prefecture oblast raion governorate
  street avenue road boulevard lane drive square plaza bridge tunnel highway freeway airport station port harbor harbour park gardens garden stadium arena castle palace tower hall cathedral abbey monastery temple mosque cemetery prison
  republic kingdom federation emirates strip heights camp fort base springs rapids
  strasse platz allee weg bahnhof flughafen hafen brucke fluss see meer insel inseln gebirge tal wald berg stadt kreis landkreis bezirk dorf provinz schloss burg dom
  pond rink junction siding mills yard courthouse corner dock docks hotel grove playground field fields track circuit speedway cove point landing crossing gate quarter reserve sanctuary monument memorial lounge complex
  reef glacier ridge peak canal dam reservoir trail ward`);

/** Words that open a place's name. */
export const placeOpeners = words(
  `mount lake fort port cape san santa sao st st. saint los las el north south east west northern southern eastern western central new upper lower bad gulf isle bay camp rio puerto villa nova greater hotel kreis landkreis`,
);

/** Cities, regions and waters the news names often that no country data set holds, folded. General knowledge. */
export const knownPlaces = phrases(`
  west indies, monte carlo, falklands, gibraltar, riviera, africa, asia, europe, america, north america, south america, latin america, central america, antarctica, arctic, oceania, eurasia, middle east, far
  east, southeast asia, central asia, balkans, caucasus, scandinavia, caribbean, sahel, maghreb, horn of africa, persian gulf, mediterranean, baltic,
  atlantic, pacific, indian ocean, indo-pacific, black sea, red sea, north sea, baltic sea, south china sea, siberia, crimea, donbas, donbass, donetsk,
  luhansk, kharkiv, odesa, odessa, lviv, mariupol, kherson, zaporizhzhia, bakhmut, chernobyl, gaza, gaza strip, gaza city, rafah, khan younis, west
  bank, golan heights, tel aviv, haifa, nablus, hebron, jenin, bethlehem, east jerusalem, strait of hormuz, suez canal, panama canal, england, scotland,
  wales, northern ireland, great britain, cornwall, yorkshire, bavaria, saxony, lower saxony, hesse, brandenburg, thuringia, saarland,
  schleswig-holstein, mecklenburg-western pomerania, north rhine-westphalia, rhineland-palatinate, baden-württemberg, baden-wurttemberg, saxony-anhalt,
  bayern, sachsen, niedersachsen, hessen, thuringen, nordrhein-westfalen, rheinland-pfalz, sachsen-anhalt, mecklenburg-vorpommern, prussia, hamburg,
  munich, cologne, frankfurt, stuttgart, dusseldorf, dortmund, essen, leipzig, bremen, dresden, hanover, hannover, nuremberg, duisburg, bochum,
  wuppertal, bielefeld, bonn, munster, karlsruhe, mannheim, augsburg, wiesbaden, aachen, kiel, chemnitz, magdeburg, freiburg, mainz, lubeck, erfurt,
  rostock, kassel, potsdam, saarbrucken, heidelberg, darmstadt, regensburg, wurzburg, ulm, gottingen, wolfsburg, heilbronn, jena, weimar, trier,
  koblenz, munchen, koln, nurnberg, braunschweig, osnabruck, oldenburg, salzburg, graz, linz, innsbruck, zurich, geneva, basel, genf, lausanne, davos,
  tirol, tyrol, steiermark, karnten, bern, lyon, marseille, nice, toulouse, bordeaux, strasbourg, strassburg, lille, nantes, brittany, normandy,
  provence, alsace, elsass, lorraine, burgundy, corsica, korsika, normandie, bretagne, barcelona, seville, valencia, bilbao, malaga, catalonia,
  katalonien, andalusia, basque country, galicia, milan, mailand, naples, neapel, turin, florence, venice, venedig, genoa, bologna, verona, palermo,
  sicily, sizilien, sardinia, sardinien, tuscany, toskana, lampedusa, lombardy, manchester, liverpool, birmingham, leeds, sheffield, bristol, oxford,
  cambridge, edinburgh, glasgow, belfast, cardiff, newcastle, nottingham, brighton, southampton, portsmouth, york, cork, galway, rotterdam, the hague,
  den haag, utrecht, eindhoven, maastricht, antwerp, antwerpen, ghent, flanders, flandern, wallonia, porto, krakow, cracow, krakau, gdansk, danzig,
  wroclaw, breslau, poznan, lodz, silesia, schlesien, brno, istanbul, izmir, antalya, anatolia, thessaloniki, crete, lesbos, rhodes, saint petersburg,
  st. petersburg, sankt petersburg, kaliningrad, vladivostok, novosibirsk, kazan, chechnya, dagestan, grozny, belgorod, kursk, rostov, transnistria,
  nagorno-karabakh, bergkarabach, abkhazia, south ossetia, new york, new york city, los angeles, chicago, houston, philadelphia, phoenix, san antonio,
  san diego, dallas, san jose, austin, jacksonville, san francisco, columbus, indianapolis, seattle, denver, boston, detroit, nashville, memphis,
  portland, las vegas, baltimore, milwaukee, albuquerque, atlanta, miami, oakland, minneapolis, tampa, new orleans, cleveland, pittsburgh, cincinnati,
  st. louis, orlando, buffalo, honolulu, salt lake city, sacramento, kansas city, brooklyn, manhattan, queens, bronx, harlem, hollywood, silicon valley,
  long island, alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas,
  kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
  new mexico, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah,
  vermont, virginia, washington, west virginia, wisconsin, wyoming, guantanamo bay, new england, midwest, toronto, montreal, vancouver, calgary, quebec,
  ontario, british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, yukon, guadalajara, tijuana, rio de janeiro, sao
  paulo, salvador, amazonas, medellin, cali, cartagena, guayaquil, maracaibo, patagonia, andes, amazon rainforest, sydney, melbourne, brisbane, perth,
  adelaide, tasmania, queensland, new south wales, auckland, christchurch, shanghai, guangzhou, shenzhen, wuhan, chongqing, tianjin, nanjing, chengdu,
  hangzhou, xinjiang, tibet, inner mongolia, manchuria, guangdong, sichuan, hong kong, macau, osaka, kyoto, nagoya, yokohama, hiroshima, nagasaki,
  fukushima, okinawa, hokkaido, sapporo, kobe, busan, incheon, mumbai, bombay, calcutta, kolkata, chennai, madras, bangalore, bengaluru, hyderabad,
  ahmedabad, kashmir, punjab, gujarat, kerala, tamil nadu, assam, bihar, uttar pradesh, maharashtra, rajasthan, goa, karachi, lahore, peshawar,
  balochistan, sindh, khyber pakhtunkhwa, kandahar, herat, helmand, mazar-i-sharif, kunduz, chittagong, rakhine, yangon, rangoon, mandalay, ho chi minh
  city, saigon, bali, java, sumatra, borneo, papua, aceh, mindanao, penang, mosul, basra, kirkuk, fallujah, kurdistan, aleppo, homs, idlib, raqqa,
  kobani, isfahan, mashhad, mecca, medina, jeddah, dubai, sharjah, aden, hodeida, alexandria, suez, sinai, benghazi, misrata, casablanca, marrakesh,
  fez, oran, darfur, tigray, amhara, oromia, somaliland, puntland, mombasa, zanzibar, goma, bukavu, kivu, north kivu, katanga, lagos, kano, port
  harcourt, biafra, johannesburg, durban, cape town, soweto, kwazulu-natal, timbuktu, danube, rhine, elbe, oder, volga, thames, seine, nile, congo
  river, mekong, ganges, yangtze, potomac, dnipro, dnieper, donau, rhein, main, mosel, spree, neckar, alps, alpen, himalayas, himalaya, pyrenees, urals,
  appalachians, rocky mountains, mount everest, sahara, gobi, auschwitz, buchenwald, dachau, westeuropa, osteuropa, europa, afrika, asien, nordamerika,
  sudamerika, lateinamerika, mittelamerika, australien, nahen osten, nahost, sibirien, krim, kalifornien, schottland, nordirland, preussen, ostpreussen,
  pommern, bohmen, mahren, westfalen, franken, schwaben, rheinland, ruhrgebiet, ostsee, nordsee, mittelmeer, atlantik, pazifik, kaukasus, balkan,
  skandinavien, gazastreifen, westjordanland, westbank, bundesrepublik, ddr, sowjetunion, soviet union, ussr, udssr, yugoslavia, jugoslawien,
  czechoslovakia, tschechoslowakei, ottoman empire, osmanischen reich, roman empire, east germany, west germany, ostdeutschland, westdeutschland,
  constantinople, bosnia, herzegovina, srebrenica, vojvodina, transylvania, moldova, gallipoli, persia, mesopotamia, babylon`);
