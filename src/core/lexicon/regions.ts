/**
 * Places that are neither states nor in the list of cities: continents, seas, regions, first-level divisions
 * that news names often. General knowledge, written for this project.
 */
export const REGIONS: readonly string[] = `
Antarctica,Arctic,Antarctic,Oceania,Australasia,Eurasia,Caribbean,Balkans,Caucasus,South Caucasus,Baltics,Levant,Maghreb,
Sahel,Horn of Africa,Sub-Saharan Africa,Gulf,Persian Gulf,Gulf of Aden,Gulf of Mexico,Gulf of Oman,Gulf of Guinea,
Red Sea,Black Sea,Baltic Sea,North Sea,Caspian Sea,South China Sea,East China Sea,Mediterranean,Mediterranean Sea,
Adriatic,Aegean,Atlantic,Pacific,Indian Ocean,Atlantic Ocean,Pacific Ocean,Arctic Ocean,Bay of Bengal,Sea of Azov,
Sea of Japan,Yellow Sea,Dead Sea,Barents Sea,Bosphorus,Dardanelles,Suez Canal,Panama Canal,English Channel,
Strait of Hormuz,Taiwan Strait,Kerch Strait,Strait of Gibraltar,Nile,Danube,Rhine,Volga,Dnipro,Dnieper,Amazon,
Mississippi,Mekong,Yangtze,Ganges,Indus,Euphrates,Tigris,Thames,Seine,Himalayas,Alps,Andes,Pyrenees,Urals,Sahara,
Siberia,Anatolia,Donbas,Donbass,Donetsk,Luhansk,Kherson,Zaporizhzhia,Transnistria,Abkhazia,South Ossetia,Nagorno-Karabakh,
Gaza,Gaza Strip,West Bank,Golan Heights,East Jerusalem,Sinai,Darfur,Tigray,Biafra,Punjab,Sindh,Balochistan,
Khyber Pakhtunkhwa,Xinjiang,Inner Mongolia,Guangdong,Sichuan,Hubei,Hunan,Henan,Hebei,Shandong,Shanxi,Shaanxi,Yunnan,
Fujian,Zhejiang,Jiangsu,Anhui,Jiangxi,Guizhou,Gansu,Hainan,Jilin,Liaoning,Heilongjiang,Guangxi,Ningxia,Qinghai,
Maharashtra,Gujarat,Rajasthan,Bihar,Uttar Pradesh,Madhya Pradesh,Andhra Pradesh,Telangana,Karnataka,Kerala,Tamil Nadu,
West Bengal,Odisha,Orissa,Jharkhand,Chhattisgarh,Haryana,Himachal Pradesh,Uttarakhand,Assam,Manipur,Nagaland,Mizoram,
Tripura,Meghalaya,Sikkim,Goa,Jammu,Ladakh,
Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,
Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Missouri,Montana,Nebraska,Nevada,
New Hampshire,New Jersey,New Mexico,New York,New York City,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,
Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington State,West Virginia,Wisconsin,
Wyoming,District of Columbia,New England,Midwest,Silicon Valley,Wall Street,Manhattan,Brooklyn,Queens,Bronx,
Staten Island,Long Island,Hollywood,Capitol Hill,
Ontario,Quebec,Québec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Labrador,
Prince Edward Island,Yukon,Nunavut,Northwest Territories,New South Wales,Queensland,Victoria,South Australia,
Western Australia,Tasmania,Northern Territory,Bavaria,Saxony,Hesse,Brandenburg,Thuringia,Lower Saxony,
North Rhine-Westphalia,Baden-Württemberg,Rhineland-Palatinate,Saxony-Anhalt,Schleswig-Holstein,Saarland,Brittany,
Normandy,Provence,Burgundy,Alsace,Lorraine,Corsica,Sicily,Sardinia,Tuscany,Lombardy,Piedmont,Veneto,Calabria,Andalusia,
Basque Country,Galicia,Flanders,Wallonia,Yorkshire,Lancashire,Cornwall,Devon,Kent,Essex,Sussex,Surrey,Norfolk,Suffolk,
Midlands,Merseyside,Ulster,Crete,Rhodes,Lesbos,Lampedusa,Kaliningrad,Dagestan,Tatarstan,Sakhalin,Kuril Islands,
Kamchatka,Okinawa,Hokkaido,Honshu,Kyushu,Java,Sumatra,Borneo,Sulawesi,Papua,West Papua,Aceh,Bali,Luzon,Mindanao,
Visayas,Sabah,Sarawak,Penang,Johor,Selangor,Korean Peninsula,Arabian Peninsula,Crimean Peninsula,Sinai Peninsula,
Spratly Islands,Paracel Islands,Senkaku Islands,Falkland Islands,Falklands,Canary Islands,Chagos Islands,Guam,
Diego Garcia,French Guiana,Guadeloupe,Martinique,New Caledonia,Réunion,Mayotte,Aruba,Curaçao,Cayman Islands,
Virgin Islands,Upper Nile,Puntland,Somaliland,Zanzibar,KwaZulu-Natal,Gauteng,Western Cape,Eastern Cape,Limpopo,
Kivu,North Kivu,South Kivu,Katanga,Ituri,Kano State,Borno,Borno State,Niger Delta,Lake Chad,Lake Victoria,West,Global South
`
  .trim()
  .split(/,\s*/);
