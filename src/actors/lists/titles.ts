import { words } from '../../reading/words.ts';

/** Forms of address and ranks: what follows is a person's name. Folded, without the full stop. Written by us. */
export const addresses = words(`
  mr mrs ms miss mister madame madam mme monsieur sir dame lord lady sheikh shaikh sheik scheich imam ayatollah ajatollah rabbi reverend rev father sister brother pope saint
  prof professor dr doctor herr frau hr fr dr. papst graf grafin baron baroness freiherr furst furstin herzog herzogin konig konigin kaiser kaiserin prinz prinzessin kronprinz
  king queen prince princess emperor empress duke duchess earl count countess tsar czar sultan emir
  general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private pvt admiral adm commander cmdr brigadier marshal hauptmann oberst
  sen senator rep representative gov governor congressman congresswoman m. mlle don dona senor senora signor signora
  господин госпожа г-н г-жа`);

/** Nouns for what a person is, English: beside a name they give its role, capitalised or not. Written by us. */
export const englishRoles = words(`
  secretary-general director-general attorney-general governor-general vice-president vice-chancellor president-elect chancellor-designate minister-designate
  minister president chancellor premier leader chief head chairman chairwoman chair chairperson secretary ambassador envoy commissioner mayor governor senator congressman congresswoman lawmaker
  spokesman spokeswoman spokesperson director ceo cfo cto coo boss founder co-founder cofounder manager executive officer official adviser advisor aide analyst economist historian scientist researcher
  professor lecturer teacher author writer novelist poet journalist reporter editor correspondent columnist broadcaster commentator critic publisher blogger
  actor actress singer musician composer conductor pianist violinist guitarist drummer bassist rapper dj artist painter sculptor photographer architect designer comedian director filmmaker producer screenwriter
  coach trainer striker midfielder defender goalkeeper forward winger captain player footballer quarterback pitcher champion cyclist swimmer runner athlete boxer driver golfer skier
  judge justice prosecutor lawyer attorney solicitor barrister magistrate sheriff policeman detective inspector commander general colonel admiral soldier officer veteran
  activist campaigner dissident candidate nominee politician statesman diplomat negotiator mp mep parliamentarian speaker councillor councilor monarch king queen prince princess emperor pope bishop archbishop cardinal priest pastor imam rabbi
  philosopher sociologist psychologist physicist chemist biologist astronomer mathematician engineer inventor astronaut cosmonaut pilot doctor physician surgeon nurse virologist epidemiologist climatologist
  businessman businesswoman entrepreneur billionaire investor banker tycoon magnate oligarch owner partner wife husband son daughter father mother brother sister uncle aunt cousin widow colleague friend
  expert specialist scholar student resident survivor victim suspect gunman attacker defendant refugee whistleblower warlord militant terrorist dictator ruler strongman
  rapporteur coordinator representative delegate successor predecessor counterpart chancellor treasurer undersecretary strategist pollster host presenter anchor moderator laureate
  chef rider jockey vocalist frontman keyboardist lyricist songwriter saxophonist trumpeter cellist bandleader baritone soprano tenor choreographer dancer missionary theologian explorer nun monk`);

/** Roles that stand behind an organization's or a place's name and before the holder's: "FIFA President Gianni Infantino". Folded. */
export const officeRoles = words(`
  secretary-general director-general attorney-general vice-president speaker
  president ceo cfo chief minister chancellor premier secretary director chairman chairwoman chair head coach manager trainer sheriff mayor governor senator spokesman spokeswoman spokesperson commissioner ambassador envoy
  editor correspondent reporter analyst economist captain striker forward midfielder defender goalkeeper boss founder co-founder leader lawmaker politician coroner prosecutor professor researcher historian expert
  activist singer frontman drummer star actor actress`);

/** Words that belong to a role but do not end it: "Deputy Prime Minister", "former German foreign minister". */
export const englishRoleModifiers = words(`
  prime foreign interior defense defence finance economy economics health justice environment education labor labour trade transport energy agriculture culture climate development family digital home state general deputy vice acting interim
  former ex outgoing incoming then late current long-time longtime senior junior chief executive managing assistant associate national federal regional local supreme army navy air police party opposition parliamentary parliament government cabinet
  first second crown grand right left centre center far-right far-left conservative liberal socialist democratic republican green veteran new old incumbent designate elect special top co human rights political lead press news world star fellow founding permanent head coach`);

/** Marks a role as past, folded. */
export const formerWords = words(
  `former ex late then onetime one-time ehemalige ehemaliger ehemaligen fruhere fruherer fruheren ex- damalige damaliger damaligen einstige einstiger verstorbene verstorbener`,
);

/** Nouns for what a person is, German, folded, singular; longer words end in them: "Bundesaussenminister". Written by us. */
const germanRoles = words(`
  minister ministerin prasident prasidentin kanzler kanzlerin premier ministerprasident ministerprasidentin staatschef staatschefin regierungschef regierungschefin chef chefin vorsitzender vorsitzende vorsitzenden fraktionschef parteichef parteichefin burgermeister burgermeisterin
  sprecher sprecherin sekretar sekretarin generalsekretar botschafter botschafterin beauftragter beauftragte beauftragten kommissar kommissarin kommissionsprasidentin gouverneur senator senatorin abgeordneter abgeordnete abgeordneten politiker politikerin diplomat diplomatin
  direktor direktorin leiter leiterin grunder grunderin manager managerin unternehmer unternehmerin berater beraterin okonom okonomin historiker historikerin wissenschaftler wissenschaftlerin forscher forscherin professor professorin lehrer lehrerin
  autor autorin schriftsteller schriftstellerin dichter dichterin journalist journalistin reporter korrespondent korrespondentin redakteur redakteurin kritiker verleger
  schauspieler schauspielerin sanger sangerin musiker musikerin komponist komponistin dirigent dirigentin pianist pianistin gitarrist schlagzeuger bassist kunstler kunstlerin maler malerin bildhauer bildhauerin fotograf fotografin architekt architektin regisseur regisseurin produzent drehbuchautor
  trainer trainerin sturmer torwart torhuter verteidiger mittelfeldspieler spieler spielerin fussballer fussballspieler kapitan weltmeister olympiasieger rennfahrer radrennfahrer boxer
  richter richterin anwalt anwaltin rechtsanwalt staatsanwalt jurist juristin general oberst admiral feldherr offizier soldat pilot
  aktivist aktivistin oppositionsfuhrer oppositionspolitiker kandidat kandidatin chefin experte expertin kaiser konig konigin furst herzog graf papst bischof erzbischof kardinal priester pfarrer
  philosoph soziologe psychologe physiker physikerin chemiker biologe astronom mathematiker ingenieur erfinder arzt arztin mediziner botaniker zoologe geologe archaologe theologe
  bruder schwester vater mutter sohn tochter frau ehefrau ehemann gattin witwe kollege kollegin freund nachfolger nachfolgerin vorganger onkel neffe enkel schuler`);

/** The commonest offices in other languages, folded. */
const otherRoles = words(`
  president presidente presidenta presidentul prezydent prezydentka predsednik predsjednik presidenti cumhurbaskani baskani baskan президент президентка председатель глава лидер предсједник προεδρος
  ministre ministro ministra ministrul minister bakani bakan министр министар міністр υπουργος premier premierul primar basbakan премьер премьер-министр премьер-министра прем'єр-міністр πρωθυπουργος
  chancelier chanceliere canciller chanceler kanclerz cancelar sansolye канцлер καγκελαριος
  roi reine rey reina krol kral король porte-parole portavoz porta-voz rzecznik sozcusu спикер прессекретарь пресс-секретарь`);
const germanRoleEnding =
  /(?:minister|prasident|kanzler|chef|sprecher|politiker|vorsitzende|trainer|kommissar|beauftragte|meister|fuhrer|spieler|forscher)(?:in|r|n)?$/;

/** "vice-chair" is a chair. */
export function withoutRank(folded: string): string {
  return folded.replace(/^(?:vice|deputy|co|ex|vize)-/, '');
}

/** Whether a folded word says what a person is, German compounds included. */
export function isRoleNoun(word: string): boolean {
  const folded = withoutRank(word);
  return englishRoles.has(folded) || germanRoles.has(folded) || otherRoles.has(folded) || germanRoleEnding.test(folded);
}
