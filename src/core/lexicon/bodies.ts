/**
 * Organizations that news names by an acronym or a short form, with what it stands for: international bodies
 * and well-known agencies, companies, broadcasters and parties. General knowledge, written for this project.
 * One a line: canonical name | other names.
 */
const TABLE = `
NATO|North Atlantic Treaty Organization,North Atlantic Treaty Organisation,Nato,North Atlantic Alliance
European Union|EU,E.U.
United Nations|UN,U.N.
European Commission|EC
European Parliament|
European Council|
Council of Europe|
European Central Bank|ECB
European Court of Human Rights|ECHR
European Court of Justice|ECJ
International Criminal Court|ICC
International Court of Justice|ICJ
International Atomic Energy Agency|IAEA
International Monetary Fund|IMF
International Energy Agency|IEA
International Labour Organization|ILO
International Olympic Committee|IOC
International Committee of the Red Cross|ICRC
World Bank|
World Health Organization|WHO,World Health Organisation,W.H.O.
World Trade Organization|WTO,World Trade Organisation
World Food Programme|WFP
UN Security Council|UNSC,United Nations Security Council,U.N. Security Council
UN General Assembly|UNGA,United Nations General Assembly,U.N. General Assembly
UN Refugee Agency|UNHCR
UNICEF|Unicef
UNESCO|Unesco
UNRWA|
OPEC|Opec
ASEAN|Asean,Association of Southeast Asian Nations
African Union|AU
Arab League|
BRICS|
G7|Group of Seven,G-7
G20|Group of 20,G-20
OECD|Organisation for Economic Co-operation and Development
OSCE|Organization for Security and Co-operation in Europe
ECOWAS|
Gulf Cooperation Council|GCC
Shanghai Cooperation Organisation|SCO,Shanghai Cooperation Organization
FIFA|Fifa
UEFA|Uefa
Red Cross|
Red Crescent|
Amnesty International|Amnesty
Human Rights Watch|HRW
Greenpeace|
Médecins Sans Frontières|MSF,Doctors Without Borders
Oxfam|
Interpol|INTERPOL
Europol|
Frontex|
Federal Reserve|Fed
Federal Bureau of Investigation|FBI,F.B.I.
Central Intelligence Agency|CIA,C.I.A.
National Security Agency|NSA
Department of Justice|DOJ,Justice Department,U.S. Department of Justice
Department of Homeland Security|DHS
Department of Defense|DOD,Defense Department
Department of State|State Department,U.S. State Department
Treasury Department|Department of the Treasury,US Treasury,U.S. Treasury
Environmental Protection Agency|EPA
Food and Drug Administration|FDA
Federal Aviation Administration|FAA
Federal Communications Commission|FCC
Federal Trade Commission|FTC
Federal Emergency Management Agency|FEMA
Internal Revenue Service|IRS
Securities and Exchange Commission|SEC
Centers for Disease Control and Prevention|CDC
National Aeronautics and Space Administration|NASA,Nasa
National Oceanic and Atmospheric Administration|NOAA
Immigration and Customs Enforcement|ICE
Supreme Court|
Senate|US Senate,U.S. Senate
House of Representatives|US House of Representatives,U.S. House of Representatives
Congress|US Congress,U.S. Congress
House of Commons|Commons
House of Lords|Lords
White House|
Pentagon|
Kremlin|
Downing Street|
Bundestag|
Bundesrat|
Bundeswehr|
Knesset|
Duma|State Duma
Verkhovna Rada|Rada
Sejm|
Riksdag|
Élysée|Elysee,Elysée
Foreign Office|
Scotland Yard|
Republican Party|GOP
Democratic Party|Democratic National Committee,DNC
Republican National Committee|RNC
Labour Party|
Conservative Party|
African National Congress|ANC
Bharatiya Janata Party|BJP
Communist Party of China|Chinese Communist Party,CCP
Alternative for Germany|AfD
Christian Democratic Union|CDU
Social Democratic Party|SPD
Hamas|
Hezbollah|Hizbollah,Hizbullah,Hezbullah
Islamic State|ISIS,ISIL,IS,Isis,Daesh
Al Qaeda|al-Qaeda,Al-Qaeda,al Qaeda,al-Qaida
Boko Haram|
Al Shabaab|al-Shabaab,Al-Shabaab
Fatah|
Palestinian Authority|PA
Palestine Liberation Organization|PLO
Israel Defense Forces|IDF
Islamic Revolutionary Guard Corps|IRGC,Revolutionary Guards,Revolutionary Guard
Muslim Brotherhood|
People's Liberation Army|PLA
Federal Security Service|FSB
Wagner Group|Wagner
Associated Press|AP,The Associated Press
Agence France-Presse|AFP
Reuters|
Bloomberg|Bloomberg News
Xinhua|Xinhua News Agency
Interfax|
RIA Novosti|
British Broadcasting Corporation|BBC
CNN|
CBS|CBS News
NBC|NBC News
ABC News|
Fox News|
MSNBC|
NPR|
PBS|
Al Jazeera|Al-Jazeera
Deutsche Welle|DW
New York Times|The New York Times
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal
Financial Times|
Guardian|The Guardian
Le Monde|
Der Spiegel|
USA Today|
Politico|
Google|
Alphabet|Alphabet Inc.
Apple|Apple Inc.
Microsoft|
Amazon|
Facebook|Meta
Twitter|
YouTube|
TikTok|
Tesla|
SpaceX|
OpenAI|
Netflix|
Uber|
Samsung|
Huawei|
Toyota|
Volkswagen|VW
BMW|
Boeing|
Airbus|
Lockheed Martin|
Rheinmetall|
Gazprom|
Rosneft|
Rosatom|
ExxonMobil|Exxon Mobil,Exxon
Shell|Royal Dutch Shell
BP|
Goldman Sachs|
JPMorgan Chase|JPMorgan,JP Morgan
Citigroup|Citi
HSBC|
Deutsche Bank|
Pfizer|
BioNTech|
Moderna|
AstraZeneca|
`;

export interface Body {
  readonly name: string;
  readonly aliases: readonly string[];
}

export const BODIES: readonly Body[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', aliases] = line.split('|');
    return { name, aliases: aliases ? aliases.split(',') : [] };
  });

/**
 * Common nouns that, with a capital and a definite article, stand for a body that the article names:
 * "the Alliance" in an article about NATO. The bodies that each may stand for, most usual first.
 */
export const STANDS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['Alliance', ['NATO']],
  ['Union', ['European Union', 'African Union']],
  ['Fund', ['International Monetary Fund']],
  ['Commission', ['European Commission', 'African Union Commission']],
  ['Security Council', ['UN Security Council']],
  ['General Assembly', ['UN General Assembly']],
  ['Bank', ['World Bank', 'European Central Bank']],
]);
