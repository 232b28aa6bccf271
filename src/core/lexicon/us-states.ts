/** How news writes the states of the US behind a name, "(D-Calif.)", and in full. The Associated Press's list. */
const TABLE = `Ala Alabama,Ariz Arizona,Ark Arkansas,Calif California,Colo Colorado,Conn Connecticut,Del Delaware,Fla Florida,
Ga Georgia,Ill Illinois,Ind Indiana,Kan Kansas,Ky Kentucky,La Louisiana,Md Maryland,Mass Massachusetts,Mich Michigan,
Minn Minnesota,Miss Mississippi,Mo Missouri,Mont Montana,Neb Nebraska,Nev Nevada,N.H New Hampshire,N.J New Jersey,
N.M New Mexico,N.Y New York,N.C North Carolina,N.D North Dakota,Okla Oklahoma,Ore Oregon,Pa Pennsylvania,R.I Rhode Island,
S.C South Carolina,S.D South Dakota,Tenn Tennessee,Tex Texas,Vt Vermont,Va Virginia,Wash Washington,W.Va West Virginia,
Wis Wisconsin,Wyo Wyoming`;

/** Abbreviation without its last full stop, by full name. */
export const STATE_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  TABLE.split(/,\s*/).map((row): [string, string] => {
    const at = row.indexOf(' ');
    return [row.slice(at + 1), row.slice(0, at)];
  }),
);
