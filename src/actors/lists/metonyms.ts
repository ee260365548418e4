import { phrases, words } from '../../reading/words.ts';

/** Seats that stand for who sits there, beside the capitals that stand for their governments: state and office, then the names. */
export const seats: readonly (readonly [code: string, office: GovernmentOffice, names: ReadonlySet<string>])[] = [
  ['KR', 'presidency', phrases('Blue House, Cheong Wa Dae')],
  ['RU', 'presidency', phrases('Kremlin, Kreml')],
  ['US', 'presidency', phrases('White House, Weißes Haus, Weiße Haus, Weißen Haus')],
  ['US', 'defense', phrases('Pentagon')],
  ['US', 'parliament', phrases('Capitol Hill')],
  ['GB', 'government', phrases('Downing Street, Whitehall')],
  ['GB', 'parliament', phrases('Westminster')],
  ['FR', 'presidency', phrases('Elysee, Elysee Palace, Elyseepalast, Élysée-Palast')],
  ['FR', 'foreign', phrases("Quai d'Orsay")],
  ['CN', 'government', phrases('Zhongnanhai')],
  ['IT', 'government', phrases('Palazzo Chigi')],
  ['IT', 'presidency', phrases('Quirinale, Quirinal Palace, Quirinal')],
  ['ES', 'government', phrases('Moncloa, Moncloa Palace')],
  ['AR', 'presidency', phrases('Casa Rosada')],
  ['BR', 'presidency', phrases('Planalto')],
  ['PH', 'presidency', phrases('Malacanang, Malacañang, Malacanang Palace')],
  ['UA', 'presidency', phrases('Bankova')],
  ['EU', 'union', phrases('Brussels, Brüssel')],
];

/** Who sits at a seat. */
export type GovernmentOffice = 'government' | 'presidency' | 'parliament' | 'foreign' | 'defense' | 'union';

/** Verbs of saying and deciding: places do neither, governments do. Folded, in the forms that follow a subject. Written by us. */
export const governmentVerbs = words(`
  warned warns warn said says denied denies rejected rejects insisted insists demanded demands accused accuses announced announces vowed vows decided decides agreed agrees
  wants want hopes refused refuses refuse believes imposed imposes summoned summons pledged pledges called calls urged urges condemned condemns retaliated blamed blames claimed claims
  considers considered plans offered offers fears feared signaled signalled threatened threatens expelled recalled sought seeks regards regarded maintains maintained supports supported
  opposes opposed proposed proposes promised promises criticized criticizes declared declares dismissed dismisses expects expected welcomed welcomes suspended lifted banned approved
  asked asks argued argues confirmed confirms stressed stresses responded replied reacted acknowledged admitted doubted doubts views viewed sees saw backs backed sanctioned
  warnt warnte warnten sagt sagte fordert forderte lehnt lehnte weist wies droht drohte kundigt kundigte erklart erklarte wirft warf beschuldigt beschuldigte verurteilt verurteilte
  begrusst begrusste plant plante beschloss beschliesst verhangt verhangte verlangt verlangte bestreitet bestritt dementiert dementierte betont betonte reagiert reagierte will`);

/** What may stand between the subject and its verb. Folded. */
export const verbFollowers = words(
  'has had have will would also still now already again then later since repeatedly reportedly long always never not subsequently officially publicly is was been hat',
);

/** Behind these a place is where something happens. Folded. */
export const placePrepositions = words(
  'in at from near of to for outside around through into toward towards via between across within by against with over inside beyond aus bei nach von zu um gegen mit uber nahe and und or oder',
);
