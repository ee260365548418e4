/**
 * Words that news uses interchangeably: a question may say "quit" where the article says "stepped down". One group a line; ~ marks words
 * that are related without being synonyms, ! marks opposites.
 */
export const wordGroups: Readonly<Record<'en' | 'de', string>> = {
  en: `
    resign resignation quit
    ~ resign resignation quit stepped departure departed leave leaves left
    fire fired sack sacked dismiss dismissed dismissal oust ousted ouster ousting removal removed
    kill killed kills murder murdered slain assassinated assassination execute executed execution homicide
    die died dies dead death deaths fatality fatalities lives toll victims
    ~ kill killed dead death deaths die died dies fatality fatalities lives murder murdered slain toll victims execute executed execution
    migration migrants immigration immigrants
    injure injured injuries wounded hurt
    murder murdered homicide manslaughter
    drop dropped quash quashed revoke revoked withdraw withdrawn
    arrest arrested detain detained detention custody apprehended
    jail jailed prison imprisoned imprisonment incarcerated bars behind
    sentence sentenced sentencing convicted conviction verdict
    charge charged charges accused accuse indicted indictment prosecuted accusation
    ~ guilty convicted
    juror jurors jury
    show shown shows display displayed exhibit exhibited exhibition
    annul annulled invalidate invalidated void null overturn overturned cancel canceled cancelled
    goods imports exports products
    trial court hearing proceedings case tried
    judge judges judiciary
    appeal appealed overturn
    decide decided decision ruling ruled rule verdict judgment
    win won wins winner winning victory triumph beat defeated
    lose lost loss defeat
    elect elected election elections vote votes voted voting ballot poll polls
    visit visited visits trip travel traveled travelled
    meet met meeting talks talk summit conversation
    talk talked talks discuss discussed discussion discussions phone call conversation
    buy bought purchase purchased acquire acquired
    own owns owned owner owners belong belongs belonged
    pupil pupils student students schoolchildren
    agree agreed agreement deal
    sign signed signs signing signatory signatories
    repeat repeated rerun redo
    return returned hand handed
    ~ stay stayed visit trip
    member members
    treaty pact
    attack attacked attacks assault strike strikes raid
    bomb bombed bombing explosion blast airstrike shelling
    shoot shot shooting shooter gunman perpetrator attacker
    begin began begins start started starts commence opened effect
    end ended ends finish finished conclude
    continue continues continued resume resumes resumed adjourned
    succeed succeeded successor replace replaced replacement
    predecessor former previous
    lead leads led leader leading head heads headed chief chair chairman boss run runs ceo president
    buy bought purchase purchased acquire acquired acquisition
    sell sold sale selling auction
    pay paid payment pays compensate compensated compensation
    invest invested investment put pumped
    cost costs price worth value valued
    owe owed debt debts liabilities owes
    insolvency insolvent bankruptcy bankrupt
    file filed filing
    ban banned bans prohibit prohibited barred bar forbidden outlaw
    allow allowed allows permit permitted may eligible lawful legal justified
    reject rejected rejects refuse refused refuses denied deny declined ruled rejection
    confirm confirmed confirmation
    promise promised pledge pledged vow vowed
    want wants wanted seek seeks sought demand demanded demands aim aims aimed hope hopes tried tries eager foster
    ~ visit visits meeting meet talks trip
    ask asked request requested
    warn warned warning
    say said says statement told tell
    send sent mail mailed submit submits submitted
    hot heat hottest temperature temperatures degrees
    move moved relocate relocated transferred
    evacuate evacuated evacuation
    ~ increase double doubled triple tripled expand expanded boost boosted
    ~ pay paid fee fees price
    ~ exempt exempted exemption exemptions exception exceptions excluded
    ~ call called calls describe described describes dub dubbed label labeled labelled brand branded
    increase increased rise rose risen grew grown climb jumped raise raised hike surge surged soar soared
    decrease decreased fall fell fallen drop dropped decline
    reach reached peak peaked hit
    high height level levels meters metres
    join joined joining joins member members membership accession admitted
    suspend suspended suspension pause paused hold
    pass passed adopt adopted approve approved approval
    law legislation bill act
    deputy deputies lawmaker lawmakers lawmaker parliament parliamentarian mp mps
    police officers officer
    motive reason reasons
    reporter reporters journalist journalists press media
    phone calls telephone wiretap wiretaps wiretapping tapped listen listened listening eavesdrop conversations
    power electricity outage outages blackout
    household households homes customers
    flood floods flooding flooded
    storm typhoon hurricane cyclone
    fight bout duel cage
    money proceeds funds
    father dad
    mother mom
    son sons
    daughter daughters
    wife husband spouse
    company companies firm firms corporation
    important importance significance matter matters
    tense tension tensions strained strain strains
    ~ tense tensions strained dispute disputes odds loggerheads quarrel quarrels quarreling quarrelling rival rivals rivalry row rows feud feuding friction rift conflict disagree disagreement disagreements divide divides divided clash discord spat antagonism hostile hostility soured
    ~ children child mother father parent parents daughters sons
    ~ weapon weapons knife hammer gun guns pistol rifle rifles axe machete explosives bomb bombs grenade firearm ax
    ~ vehicle vehicles car cars truck van lorry bus motorcycle
    ~ illness disease died cancer stroke pneumonia dementia
    ~ attacker attackers assailant assailants suspect suspects perpetrator perpetrators gunman shooter knifeman
    ~ arrested arrest detained jailed charged charges accused suspicion accusations
    goal goals aim purpose
    ~ nickname nicknamed known
    child children minors teenagers teens teenager
    doctor doctors physician
    hospital hospitals clinic
    origin origins ancestors ancestry descended
    tariff tariffs duty duties levy
    soldier soldiers troops
    find found discovered discovery
    stand run candidacy candidate candidates race
    plan plans planned planning
    publish published release released
    free freed release released parole
    steal stole stolen theft robbery heist
    build built construction
    share percent percentage percentages
    work worked job employed
    age old aged
    last previous latest
    expect expected anticipated
    deny denies denied
    threat threats threatened threaten
    compete competed participate participation
    fix fixed set date scheduled
    negotiate negotiated negotiations talks dialogue engage mediation
    ~ seize seized power coup overthrow overthrew overthrown toppled ousted putsch takeover
    ~ resume resumed restart restarted reopen reopened run running operate
    ~ play played match matches game games final
    ~ sign signed struck reached agreed agreement
    ~ rule ruled govern governed power office
    require required requires need needed needs necessary must
    ~ escape escaped flee fled run
    ~ crash crashed collision collide collided accident derailed
    ~ rescue rescued saved save
    ~ protest protests protesters demonstration demonstrations demonstrators rally rallies march marched demonstrated
    criticize criticized criticism slammed condemned condemn denounced blasted
    praise praised hailed welcomed lauded
    ~ reaction reacted respond responded response said
    ~ sanction sanctions sanctioned blacklisted measures
    deploy deployed station stationed sent
    ~ invade invaded invasion attacked occupied
    border frontier crossing
    ~ destroy destroyed damaged damage ruined
    ~ cause caused due triggered trigger led sparked
    ~ name named nominated nominate appoint appointed chosen picked selected
    ~ own owned owner owns belongs belonged stake
    ~ found founded founder established set created formed
    ~ born birth native
    ~ marry married wife husband
    study studied studies graduated degree
    ~ lawyer lawyers attorney attorneys counsel solicitor barrister
    ~ spokesman spokeswoman spokesperson
    ~ cancel canceled cancelled scrapped postponed
    delay delayed postpone postponed
    ~ miss missed missing disappeared vanished
    locate located whereabouts found
    transfer transferred moved transport transported
    ~ strike strikes walkout stoppage
    offer offered offers proposed propose proposal
    import imports imported
    export exports exported
    supply supplied supplies delivered deliver delivery deliveries provide provided
    aid assistance help support
    ~ victory win won triumph landslide
    turnout participation
    majority seats
    survey poll respondents
    ~ survey study report analysis findings
    ~ test tested tests launch launched fired
    missile missiles rocket rockets projectile
    plane aircraft jet airliner flight
    ~ ship ships vessel vessels freighter tanker boat boats
    hostage hostages captive captives
    truce ceasefire armistice
    ~ earthquake quake tremor magnitude
    ~ fire fires blaze wildfire wildfires flames
    ~ disease virus infection infected outbreak cases
    vaccine vaccination vaccinated jab
    ~ drug drugs cocaine heroin narcotics
    ~ corrupt corruption bribes bribery bribed graft
    ~ fraud fraudulent rigged rigging
    ~ budget spending expenditure funding
    profit profits earnings revenue
    employee employees staff workers workforce
    dismiss laid layoffs redundant cut
    wage wages salary salaries pay
    ~ score scored goal goals
    coach trainer manager
    medal medals gold silver bronze
    ~ film films movie movies starred
    actor actress star
    author writer wrote
    award awarded prize won
    church churches clergy
    ~ religion religious faith muslim muslims christian christians jewish jews
    ~ nationality citizen citizenship national
    refugee refugees migrant migrants asylum displaced
    deport deported deportation expelled expel removed
    ~ population inhabitants residents
    ~ area size square
    ~ distance kilometers kilometres miles away
    ~ speed fast quickly
    ~ percentage percent share proportion
    foreign counterpart
    need needed needs
    sworn swear inaugurate inaugurated inauguration
    ~ sworn inaugurated inauguration office
    agree agreed accept accepted consent consented consensual
    beat beats defeat defeats defeated overcame trounced thrashed
    ~ plan plans policy scheme proposal project program initiative
    ~ judge judges court courts justices tribunal
    demolish demolished dismantle dismantled razed
    close closed closes closure shut shuttered
    open opened opens opening inaugurated
    reduce reduced reduction cut cuts slash slashed lower lowered
    violate violated violation breach breached broke broken
    stop stopped stops halt halted suspend suspended block blocked
    ~ stop stopped halt halted end ended prevent prevented
    prevent prevented avoid avoided
    support supported supports backed backs endorsed endorse
    oppose opposed opposes opposition objected objections
    ~ oppose opposed opposes reject rejected criticized against
    appoint appointed appointment nominate nominated
    reveal revealed disclose disclosed uncovered exposed
    ~ show showed shows reveal revealed indicate indicated suggest suggests found find findings
    ~ earn earned earns salary paid income makes
    ~ live lives lived resides resident residence home
    base based headquarters headquartered seat
    ~ travel traveled flew fly went visited headed
    arrive arrived arrival landed
    depart departed departure left
    ~ carry carried conduct conducted perform performed
    ~ receive received get awarded granted given
    investigate investigated investigating investigation investigations probe inquiry
    search searched raid raided searches
    ~ hit hits struck affect affected damaged impact suffered
    fear fears feared afraid worry worried worries concern concerned concerns
    ~ celebrate celebrated celebration celebrations mark marked marks anniversary
    attend attended attending participated
    ~ attend attended guests visitors gathered crowd
    host hosted hosts hosting venue
    organize organized organizer organizers organising
    ~ perform performed sang played concert
    produce produced production manufacture manufactured
    develop developed development design designed
    hire hired recruit recruited
    apologize apologized apology apologised regret
    ~ blame blamed accuse accused fault responsible responsibility
    ~ punish punished punishment penalty fined fine
    fine fined penalty
    ~ lend loan loans borrowed credit
    donate donated donation donations contributed contribution
    fund funded finance financed financing funding
    depend depends dependent dependence rely relies reliance
    restore restored restoration renovate renovated renovation repaired
    include included includes including contain contains comprise comprises consist consists
    ~ cover covers covered apply applies include includes affects
    ~ last lasted lasts duration
    weigh weighs weight
    smuggle smuggled smuggling trafficking trafficked
    kidnap kidnapped kidnapping abduct abducted abduction
    ~ torture tortured abuse abused mistreated
    sink sank sunk capsize capsized
    ~ drown drowned sank capsized
    erupt erupted eruption
    recover recovered recovery
    diagnose diagnosed diagnosis
    bury buried funeral burial
    honor honored honors commemorate commemorated tribute
    qualify qualified qualification
    extend extended extension prolong prolonged renew renewed
    expire expired expires expiry
    predict predicted forecast prediction
    estimate estimated estimates
    ally allies partner partners
    ~ enemy rival rivals opponent opponents
    challenge challenged challenger contest contested
    ratify ratified ratification
    ~ ratify ratified approve approved
    change changed changes amend amended amendment alter altered reform reformed
    introduce introduced introduction launch launched launches unveil unveiled
    abolish abolished scrap scrapped repeal repealed
    illegal unlawful illegally unlawfully
    sue sued suing lawsuit lawsuits
    testify testified testimony
    confess confessed admit admitted admits plead pleaded
    acquit acquitted acquittal cleared
    pardon pardoned amnesty clemency
    extradite extradited extradition
    defend defended defends
    control controlled controls
    ~ control controlled controls seized captured held
    capture captured seize seized conquer conquered
    ~ retreat retreated withdraw withdrew withdrawal
    liberate liberated freed recaptured
    intercept intercepted downed
    drive drove driven driver
    reason explanation
    rife likely probable
    rise bump uptick
    ~ pitch action field
    pitch stadium
    withdraw withdrew withdrawal pull pulled
    explode exploded explosion detonate detonated
    postpone delay adjourn
    establish established set founded
    ~ scandal affair
    ~ affair relationship
    ~ weather rain storms wind winds heat
    ~ lack shortage shortages
    ~ danger dangerous risk risks threat
    ~ profit benefit benefits gain gains
    ~ ingredient ingredients contains made
    ~ charity charities charitable donation
    ~ subsidiary subsidiaries unit division
    ~ opponent opponents challenger challengers
    ~ running mate candidate
    recognize recognized recognition recognise
    ~ spend spent cost costs burden bill expense expenses expensive extra additional
    ~ contain contains contained found
    train trained training
    ~ hold held take place
    ~ fail failed fails collapse collapsed failure
    shrink shrank shrinks contract contracted contraction
    ~ shrink shrank contract contracted decline declined fell recession
    ~ work worked job employee employed employment staff served
    collect collected raise raised
    ~ commission committee panel board
    ~ promise promised pledge platform campaign
    ~ election ballot vote
    ~ painting paintings picture pictures artwork
    ~ return returned comeback recovery
    ~ hack hacked hacking cyberattack
    ~ firework fireworks firecracker firecrackers flare flares
    ~ injure injured hurt injuries sustained
    ~ pay salary wages wage raise
    ! agree agreed accept accepted reject rejected refuse refused decline declined
    ! allow allowed permitted legal ban banned outlaw outlawed illegal forbidden
    ! admit admitted confess confessed deny denied denies
    ! win won lose lost
    ! approve approved reject rejected veto vetoed
    ! support supported supports oppose opposed opposes
    ! confirm confirmed deny denied denies
    ! pass passed reject rejected failed
    ! survive survived die died killed
    ~ ban banned bans suspend suspended suspension
    ~ want wants demand demands urge urged urges call called
    ~ economy gdp output growth
    ~ bust collapse collapsed insolvent insolvency bankrupt bankruptcy
    watch watched observe observed observation surveillance monitored
    ~ react reacted reaction criticized welcomed rejected called
    ~ missing untraced traced vanished
    eu european
    un nations
    nato alliance
    gop republican republicans
    afd alternative
  `,
  de: `
    tot tote toten tod tode todesopfer starb starben gestorben sterben ums getotet toten toetete
    verletzt verletzte verletzten
    bestätigt bestätigen bestätigung bestätigte
    angriff angriffe angegriffen greift greifen griff luftangriff luftangriffe attacke anschlag
    klinik krankenhaus hospital
    umsatz einnahmen erlöse
    vorigen vergangenen letzten voriges
    folgt nachfolger nachfolge nachfolgerin
    amt posten
    soldaten soldat truppen
    regierung führung machthaber
    rücktritt zurückgetreten trat abgetreten
    verhaftet festgenommen festnahme verhaftung
    gericht prozess verfahren urteil
    verurteilt strafe haft gefängnis
    wahl wahlen gewählt stimmen
    gewonnen gewann sieg sieger
    verloren niederlage
    treffen traf getroffen gespräche gipfel
    vertrag abkommen vereinbarung einigung
    unterzeichnet unterschrieben
    beginn beginnt begonnen begann start startet
    ende endet endete beendet dauert dauern
    verbot verboten untersagt
    fordert forderung forderte verlangt
    gekauft kauft kauf übernommen übernahme
    verkauft verkauf
    gezahlt zahlt zahlung bezahlt
    nennt nannte spricht zufolge angaben
    chef leiter anführer kommandeur vorsitzender präsident leitet führt
    firma unternehmen konzern
    grund gründe ursache weshalb
    geld euro
    teilnehmen teilnahme teilgenommen
    gegründet gründung gründer
    mitarbeiter beschäftigte angestellte belegschaft team köpfige
    antreten kandidieren kandidiert kandidatur kandidat zugelassen bewerber
    zugestimmt zustimmung stimmte billigte gebilligt angenommen
    abgelehnt lehnte ablehnung zurückgewiesen wies weist
    kostet kosten kostete preis
    geboren geburt stammt
    verheiratet ehefrau ehemann frau mann
    kinder kind töchter söhne tochter sohn
    geflohen flucht floh flüchtete
    streik streiks streiken arbeitskampf ausstand
    protest proteste demonstration demonstrationen demonstranten kundgebung
    erhöht erhöhung anstieg gestiegen stieg steigt
    gesenkt senkung gesunken sank rückgang
    opfer todesopfer tote
    vermisst verschwunden vermissten
    heißt namens genannt
    wohnt lebt wohnort
    sitzt sitz ansässig ansässige angesiedelt angesiedelte hauptsitz zentrale
    eröffnet eröffnung öffnet
    geplant planung vorgesehen soll
    erklärt erklärte sagte
    beenden beendet stoppen gestoppt stoppt aufhören einstellen eingestellt
    abholzen abholzung abgeholzt gerodet roden rodung
    weg gerodet abgeholzt verschwunden zerstört vernichtet verloren
    unterstützt unterstützung unterstützen unterstützte hilft hilfe helfen
    kritisiert kritik kritisierte bemängelt
    lehnt abgelehnt ablehnen ablehnung gegen
    will wollen plant planen plan pläne vorhaben
    reist reise besucht besuch gereist fährt
    angekündigt ankündigung kündigte
    entlassen entlassung gefeuert kündigung gekündigt
    ernannt ernennung berufen
    tritt antritt
    vorwurf vorwürfe wirft vorgeworfen beschuldigt
    zerstört zerstörung beschädigt
    stirbt gestorben tod
    verhandeln verhandlungen verhandelt gespräche
    gefordert forderungen fordert
    warnt warnung warnte gewarnt
    freigelassen freilassung frei entlassen
    investiert investition investitionen investieren
    entwickelt entwicklung entwickeln
    produziert produktion hergestellt herstellung stellt
    gefunden entdeckt fund
    ausgezeichnet auszeichnung preis gewonnen
    klagt klage geklagt verklagt
    schließt geschlossen schließung
    genehmigt genehmigung erlaubt zugelassen
    teuer kosten preis
  `,
};
