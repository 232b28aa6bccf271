/** Words whose full stop does not end a sentence: general English, after the lists of style guides. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** A name or a number follows: never the end. */
export const BEFORE_NAME = words(
  'mr mrs ms mx dr prof rev fr sr hon gen lt col maj capt cpl sgt cmdr adm brig cdr pvt pfc msgt ssgt supt insp det ' +
    'gov sen rep amb pres sec min del atty messrs mmes mme mlle st mt ft vs v cf eg ie viz approx ca dept univ assn ' +
    'bros hrh rt fig figs art ed eds vol pp nos op',
);

/** The end only when what follows can't be a number: "No. 10", "Jan. 5". */
export const BEFORE_NUMBER = words('no nr rs jan feb mar apr jun jul aug sep sept oct nov dec p para ch');

/** The end only when a word that starts sentences follows: "Inc. He", "5 p.m. The". */
export const EITHER = words(
  'inc corp ltd co plc llc jr esq etc al calif fla mass mich minn ariz conn pa tex va wash wis ill ind okla ore tenn ' +
    'ala ark colo del ga ky la md mo mont neb nev vt wyo ave blvd rd',
);

/** Words that start a sentence far more often than they go on a name. */
export const STARTERS = words(
  'the a an this that these those he she it we they i you his her its their our my your there here in on at by for ' +
    'from with after before since as but and or so yet if when while although though however because meanwhile ' +
    'according most many some all no not one another both each what who why how where still also even then now ' +
    'last earlier later despite during under over about among between more such asked to only just',
);
