/** Nouns that, with a capital, name a body that the text has introduced or takes for granted: "the Cabinet". */
export const INSTITUTIONS: ReadonlySet<string> = new Set(
  'Cabinet Congress Parliament Senate Assembly Authority Politburo Duma Commons Lords Diet Knesset Bundestag Mossad Kremlin Pentagon Treasury Alliance'.split(
    ' ',
  ),
);

/** Words that head the name of an event: "Ankara Summit". */
export const EVENT_HEADS: ReadonlySet<string> = new Set(
  `Summit Conference War Wars Olympics Olympiad Games Cup Championship Championships Festival Forum Revolution
  Uprising Election Elections Referendum Holocaust Tournament Expo Marathon Massacre Genocide Coup Congress-hearing
  Talks Trial Trials Convention Riots Protests Spring Crisis Pandemic Earthquake Hurricane Cyclone Typhoon`.split(
    /\s+/,
  ),
);

/** Abbreviations in capitals that name nobody. */
export const COMMON_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `OBE MBE CBE KBE GDP GNP CEO CFO COO CTO CIO MP MPS MEP PM VP TV UAV UAVS IT ICT AI ML ID HIV AIDS TB DNA RNA PDF FAQ OK GMT UTC EST EDT
  PST PDT CET CEST BST AM VAT LGBT LGBTQ LGBTQI NGO NGOS PHD MBA BA MA BSC MSC CV SUV SUVS COVID COVID-19 IPO IVF ICU PPE PCR
  LNG LPG II III IV VI VII VIII IX XI XII USD EUR GBP JPY RMB CNY INR NFT NFTS ATM ATMS SMS GPS CCTV DVD CD USB PC PCS HR PR
  ESG SDG SDGS FDI FIR SIM QR URL HTML API CPU GPU FM AM RPG ICBM IED IEDS WMD POW POWS DIY ETA ASAP FYI RIP VIP VIPS AC DC
  TBA TBD RSVP MC DJ DJS IQ EQ UFO UFOS SOS HQ PS OK ISBN LED LCD MRI CT ECG IUD STD STI STIS BMI ADHD PTSD OCD SARS MERS
  EV EVS KM KG CM MM MW GW KW MWH TWH BC AD CE BCE NB PTO
  Q&A Q&AS R&D M&A P&L B&B B&BS R&B`.split(/\s+/),
);

/** Words that head the name of a body and hardly anything else. */
export const BODY_HEADS: ReadonlySet<string> = new Set(
  `Council Commission Committee Agency Ministry Authority Association Federation Organization Organisation Institute
  University Foundation Corporation Corp Inc Ltd Company Department Bureau Tribunal Board Parliament Assembly Senate Congress
  Party Bank Union League Society Alliance Coalition Secretariat Directorate Consortium Syndicate Fund`.split(
    /\s+/,
  ),
);

/** Well-known bodies whose name is a place's or a thing's as well. */
export const AMBIGUOUS_BODIES: ReadonlySet<string> = new Set(
  'Amazon Apple Shell Guardian Wagner Meta Alphabet Citi Commons Lords Congress Senate Fed Uber ICE IS PA SEC AU EC'.split(
    ' ',
  ),
);
