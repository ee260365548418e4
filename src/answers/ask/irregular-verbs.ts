import { baseLanguage, termOf } from '../../text/terms.ts';

/** Forms of irregular verbs, one verb a line; the most common in news. Written by us. */
const forms: Readonly<Record<'en' | 'de', string>> = {
  en: `
    flee fled
    fly flew flown flight
    fall fell fallen
    find found
    fight fought
    forbid forbade forbidden
    freeze froze frozen
    give gave given
    go went gone
    grow grew grown
    hold held
    hide hid hidden
    know knew known
    lead led
    leave left
    lose lost
    make made
    meet met
    rise rose risen
    seek sought
    sell sold
    buy bought
    bring brought
    build built
    begin began begun
    break broke broken
    catch caught
    choose chose chosen
    come came
    draw drew drawn
    drive drove driven
    speak spoke spoken
    steal stole stolen
    strike struck stricken
    swear swore sworn
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    win won
    withdraw withdrew withdrawn withdrawal
    write wrote written
    shoot shot
    send sent
    spend spent
    stand stood
    pay paid
    sink sank sunk
    sing sang sung
    swim swam swum
    run ran
    ride rode ridden
    say said
    see saw seen
    show showed shown
    become became
    keep kept
    sit sat
    undergo underwent undergone
    overthrow overthrew overthrown
    arise arose arisen
    bear bore borne born
    bind bound
    bleed bled
    deal dealt
    feed fed
    hang hung
    lie lay lain
    lay laid
    lend lent
    mean meant
    mistake mistook mistaken
    outdo outdid
    shake shook shaken
    sleep slept
    spread spreading
    stick stuck
    sweep swept
    wear wore worn
    weep wept
    wind wound
  `,
  de: `
    geben gibt gab gegeben
    gehen geht ging gegangen
    nehmen nimmt nahm genommen
    kommen kommt kam gekommen
    finden fand gefunden
    fliehen floh geflohen flucht
    fliegen flog geflogen
    sprechen spricht sprach gesprochen
    sterben stirbt starb gestorben
    treffen trifft traf getroffen
    treten tritt trat getreten
    werfen wirft warf geworfen
    gewinnen gewann gewonnen
    verlieren verlor verloren
    schreiben schrieb geschrieben
    steigen stieg gestiegen
    schlagen schlug geschlagen
    ziehen zog gezogen
    bieten bot geboten
    schließen schloss geschlossen
    beschließen beschloss beschlossen
    halten hält hielt gehalten
    lassen lässt ließ gelassen
    laufen läuft lief gelaufen
    tragen trägt trug getragen
    werden wird wurde geworden
    brechen bricht brach gebrochen
    greifen griff gegriffen
    bringen brachte gebracht
    denken dachte gedacht
    wissen weiß wusste gewusst
    stehen stand gestanden
    sinken sank gesunken
    singen sang gesungen
  `,
};

const verbs = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Whether two terms (see text/terms.ts) are forms of one irregular verb: "flee" and "fled". */
export function areFormsOfOneVerb(term: string, other: string, language: string): boolean {
  const index = indexOf(baseLanguage(language) === 'de' ? 'de' : 'en');
  return index.get(term)?.some((verb) => index.get(other)?.includes(verb)) ?? false;
}

function indexOf(language: 'en' | 'de'): ReadonlyMap<string, readonly number[]> {
  let index = verbs.get(language);
  if (!index) {
    const built = new Map<string, number[]>();
    for (const [verb, line] of forms[language].trim().split('\n').entries())
      for (const term of new Set(line.split(/\s+/u).flatMap((word) => termOf(word, language) ?? [])))
        built.set(term, [...(built.get(term) ?? []), verb]);
    verbs.set(language, built);
    index = built;
  }
  return index;
}
