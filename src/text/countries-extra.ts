/**
 * What the data sets lack, written by us: names newspapers use, demonyms that differ from the adjective, German adjectives, and
 * German names of capitals. One line a state: its code, then names parted by a comma and a blank.
 */
type Lines = Readonly<Record<string, string>>;

export const extraNames: Lines = {
  en: `
    US U.S., US, USA, U.S.A., America, United States of America, States
    GB UK, U.K., Britain, Great Britain
    AE UAE, Emirates
    KR S. Korea, South Korea, ROK
    KP N. Korea, North Korea, DPRK
    CZ Czech Republic
    CI Cote d'Ivoire, Ivory Coast
    MM Burma, Myanmar
    TR Turkey
    NL Holland, The Netherlands
    CD DR Congo, DRC, Democratic Republic of Congo, Congo
    MK Macedonia
    SZ Swaziland
    TL East Timor
    CV Cape Verde
    VA Holy See
    BA Bosnia, Bosnia-Herzegovina
    RU Russian Federation
    CN People's Republic of China, PRC
    TW Republic of China
    PS Palestinian Territories, Palestinian territories
    TT Trinidad`,
  de: `
    US USA, US, Vereinigte Staaten von Amerika, Vereinigten Staaten, Amerika
    GB Großbritannien, Vereinigten Königreich, Vereinigtes Königreich
    AE Vereinigte Arabische Emirate, Vereinigten Arabischen Emirate, Vereinigten Arabischen Emiraten, VAE
    BY Weißrussland, Belarus
    CZ Tschechien, Tschechische Republik
    CI Elfenbeinküste
    MM Birma, Burma, Myanmar
    NL Holland, Niederlanden
    CD Kongo, DR Kongo, Demokratische Republik Kongo
    MD Moldau, Moldawien
    MK Mazedonien
    PH Philippinen
    DE Bundesrepublik, Bundesrepublik Deutschland
    CN Volksrepublik China
    BA Bosnien, Bosnien-Herzegowina
    IR Iran
    KR Südkorea
    KP Nordkorea
    SZ Swasiland
    PS Palästina, Palästinensischen Gebiete`,
  es: `
    US EE.UU., EEUU, EE. UU.
    GB Gran Bretaña, Inglaterra`,
  fr: `
    US USA, Etats-Unis
    GB Grande-Bretagne`,
  ru: `
    US США, Соединенные Штаты
    GB Великобритания, Британия
    DE ФРГ, Германия
    CN КНР
    AE ОАЭ`,
  uk: `
    US США
    DE ФРН, Німеччина`,
};

export const extraDemonyms: Lines = {
  en: `
    US American, Americans, African American, African-American
    GB Briton, Britons, British, English, Scottish, Welsh
    NL Dutchman, Dutch
    DK Dane, Danes
    FI Finn, Finns, Finnish
    SE Swede, Swedes
    PL Pole, Poles
    ES Spaniard, Spaniards
    TR Turk, Turks
    IS Icelandic
    RS Serb, Serbs
    HR Croat, Croats
    SI Slovenian, Slovenians
    SK Slovakian
    BA Bosnian
    MK Macedonian
    PH Philippine, Filipino, Filipinos, Filipina
    SA Saudi, Saudis
    LU Luxembourgish
    NZ New Zealander
    AR Argentinian, Argentinians
    EC Ecuadorian
    KZ Kazakh
    KG Kyrgyz
    TJ Tajik
    UZ Uzbek
    TM Turkmen
    MV Maldivian
    IE Irishman, Irish
    FR Frenchman, French
    NP Nepali
    TL Timorese
    TW Taiwanese
    PS Palestinian, Palestinians
    XK Kosovar, Kosovan
    HK Hong Konger
    SV Salvadorean
    MG Malagasy, Madagascan
    LS Basotho
    CD Congolese
    VN Vietnamese
    PR Puerto Rican`,
  de: `
    DE Deutscher, Deutsche, Deutschen
    FR Franzose, Franzosen, Französin
    GB Brite, Briten, Britin, Engländer, Schotte, Schotten, Waliser
    US Amerikaner, Amerikanerin, US-Amerikaner, US-Amerikanerin
    RU Russe, Russen, Russin
    PL Pole, Polen, Polin
    TR Türke, Türken, Türkin
    CN Chinese, Chinesen, Chinesin
    DK Däne, Dänen, Dänin
    SE Schwede, Schweden, Schwedin
    FI Finne, Finnen, Finnin
    GR Grieche, Griechen, Griechin
    PT Portugiese, Portugiesen, Portugiesin
    CZ Tscheche, Tschechen, Tschechin
    SK Slowake, Slowaken, Slowakin
    SI Slowene, Slowenen, Slowenin
    HR Kroate, Kroaten, Kroatin
    RS Serbe, Serben, Serbin
    BG Bulgare, Bulgaren, Bulgarin
    RO Rumäne, Rumänen, Rumänin
    HU Ungar, Ungarn, Ungarin
    IE Ire, Iren, Irin
    IL Israeli, Israelis
    IQ Iraker, Irakerin
    VN Vietnamese, Vietnamesen
    CH Schweizer, Schweizerin
    NL Niederländer, Niederländerin
    BE Belgier, Belgierin
    AT Österreicher, Österreicherin
    IT Italiener, Italienerin
    ES Spanier, Spanierin
    NO Norweger, Norwegerin
    UA Ukrainer, Ukrainerin
    IR Iraner, Iranerin
    JP Japaner, Japanerin
    KR Südkoreaner, Südkoreanerin
    KP Nordkoreaner
    IN Inder, Inderin
    PK Pakistaner
    AF Afghane, Afghanen, Afghanin
    SY Syrer, Syrerin
    PS Palästinenser, Palästinenserin
    EG Ägypter, Ägypterin
    BR Brasilianer, Brasilianerin
    AR Argentinier, Argentinierin
    CA Kanadier, Kanadierin
    AU Australier, Australierin
    MX Mexikaner, Mexikanerin
    CL Chilene, Chilenen
    CO Kolumbianer, Kolumbianerin
    ZA Südafrikaner, Südafrikanerin
    NG Nigerianer
    KE Kenianer, Kenianerin
    MA Marokkaner, Marokkanerin
    TN Tunesier
    DZ Algerier`,
};

export const extraCapitals: Lines = {
  en: `
    US Washington, Washington DC, Washington D.C., D.C.
    UA Kiev
    MN Ulaanbaatar
    MD Chisinau
    PY Asuncion
    IN Delhi
    LK Sri Jayawardenepura Kotte`,
  de: `
    RU Moskau
    CN Peking
    IT Rom
    PL Warschau
    BE Brüssel
    AT Wien
    CZ Prag
    UA Kiew
    GR Athen
    PT Lissabon
    DK Kopenhagen
    RO Bukarest
    RS Belgrad
    IR Teheran
    IQ Bagdad
    SY Damaskus
    EG Kairo
    JP Tokio
    CU Havanna
    DZ Algier
    TN Tunis
    LY Tripolis
    SA Riad
    GE Tiflis
    AM Eriwan
    LU Luxemburg
    ET Addis Abeba
    KP Pjöngjang
    IN Neu-Delhi
    NP Kathmandu
    KZ Astana
    UZ Taschkent
    AZ Baku
    IL Jerusalem
    MC Monaco
    MX Mexiko-Stadt
    SG Singapur
    BY Minsk
    US Washington`,
};

/** Lower-case stems: the adjective without its ending ("südkoreanische"). */
export const germanAdjectives = `
    DE deutsch, bundesdeutsch
    FR französisch
    GB britisch, englisch, schottisch, walisisch
    US amerikanisch, us-amerikanisch
    RU russisch
    PL polnisch
    TR türkisch
    CN chinesisch
    DK dänisch
    SE schwedisch
    FI finnisch
    NO norwegisch
    IS isländisch
    GR griechisch
    PT portugiesisch
    ES spanisch
    IT italienisch
    AT österreichisch
    CH schweizerisch
    NL niederländisch, holländisch
    BE belgisch
    LU luxemburgisch
    CZ tschechisch
    SK slowakisch
    SI slowenisch
    HR kroatisch
    RS serbisch
    BA bosnisch
    XK kosovarisch
    ME montenegrinisch
    AL albanisch
    MK mazedonisch, nordmazedonisch
    BG bulgarisch
    RO rumänisch
    MD moldauisch
    HU ungarisch
    IE irisch
    EE estnisch
    LV lettisch
    LT litauisch
    UA ukrainisch
    BY belarussisch, weißrussisch
    GE georgisch
    AM armenisch
    AZ aserbaidschanisch
    KZ kasachisch
    UZ usbekisch
    IL israelisch
    PS palästinensisch
    LB libanesisch
    SY syrisch
    JO jordanisch
    IQ irakisch
    IR iranisch
    SA saudisch, saudi-arabisch, saudiarabisch
    QA katarisch
    YE jemenitisch
    EG ägyptisch
    LY libysch
    TN tunesisch
    DZ algerisch
    MA marokkanisch
    SD sudanesisch
    ET äthiopisch
    SO somalisch
    KE kenianisch
    NG nigerianisch
    GH ghanaisch
    ML malisch
    CD kongolesisch
    RW ruandisch
    ZA südafrikanisch
    IN indisch
    PK pakistanisch
    AF afghanisch
    BD bangladeschisch
    LK sri-lankisch
    NP nepalesisch
    MM birmanisch
    TH thailändisch
    VN vietnamesisch
    KH kambodschanisch
    MY malaysisch
    ID indonesisch
    PH philippinisch
    JP japanisch
    KR südkoreanisch
    KP nordkoreanisch
    MN mongolisch
    TW taiwanisch
    AU australisch
    NZ neuseeländisch
    CA kanadisch
    MX mexikanisch
    CU kubanisch
    HT haitianisch
    BR brasilianisch
    AR argentinisch
    CL chilenisch
    CO kolumbianisch
    VE venezolanisch
    PE peruanisch
    BO bolivianisch
    EC ecuadorianisch
    UY uruguayisch
    PY paraguayisch`;
