/**
 * Names of groups of people that no single country stands behind: religions, ethnic groups, parties and
 * movements by their members. General knowledge of English, written for this project.
 */
export const PEOPLES: readonly string[] = `
Muslim,Islamic,Islamist,Christian,Jewish,Jew,Hindu,Buddhist,Sikh,Catholic,Roman Catholic,Protestant,Orthodox,
Shia,Shiite,Shi'ite,Sunni,Sufi,Mormon,Lutheran,Anglican,Methodist,Baptist,Evangelical,Presbyterian,Calvinist,
Zionist,Salafi,Salafist,Wahhabi,Alawite,Druze,Yazidi,Yezidi,Coptic,Copt,Maronite,Jain,Zoroastrian,Taoist,
Arab,Arabic,Persian,Pashtun,Tajik,Hazara,Baloch,Baluch,Punjabi,Sindhi,Bengali,Tamil,Sinhalese,Gujarati,Marathi,
Kashmiri,Rohingya,Uyghur,Uighur,Tibetan,Mongol,Hmong,Karen,Kachin,Shan,Javanese,Malay,Han,Manchu,
Kurdish,Kurd,Turkmen,Turkic,Tatar,Chechen,Ossetian,Abkhaz,Abkhazian,Circassian,Slavic,Slav,Cossack,Roma,Romani,
Basque,Catalan,Galician,Flemish,Walloon,Breton,Corsican,Sicilian,Bavarian,Cornish,Celtic,Nordic,Baltic,Balkan,
Hispanic,Latino,Latina,Latinx,Chicano,Caucasian,African American,African-American,Asian American,Asian-American,
Native American,Indigenous,Aboriginal,Inuit,Maori,Māori,Cherokee,Navajo,Sioux,Apache,Mohawk,Maya,Mayan,Aztec,
Quechua,Aymara,Mapuche,Hutu,Tutsi,Zulu,Xhosa,Hausa,Fulani,Igbo,Yoruba,Oromo,Amhara,Tigrayan,Maasai,Kikuyu,Luo,
Berber,Amazigh,Tuareg,Bedouin,Nubian,Darfuri,Dinka,Nuer,Shona,Ndebele,Creole,Afrikaner,Boer,
Ashkenazi,Sephardic,Hasidic,Israelite,Roman,Viking,Saxon,Norman,Byzantine,Ottoman,Latin,
Republican,Democrat,Tory,Conservative,Labour,Liberal Democrat,Lib Dem,Communist,Marxist,Leninist,Maoist,Stalinist,
Nazi,neo-Nazi,Fascist,Peronist,Gaullist,Baathist,Ba'athist,Bolshevik,Trotskyist,Social Democrat,
Christian Democrat,Likud,Houthi,Taliban,Western,Westerner,Californian,Texan,New Yorker,Londoner,Parisian,Berliner,Muscovite,
Quebecois,Québécois,Québecois,Hawaiian,Alaskan,Floridian,Siberian,Manchurian,Anatolian,Levantine,Iberian,Caribbean
`
  .trim()
  .split(/,\s*/);
