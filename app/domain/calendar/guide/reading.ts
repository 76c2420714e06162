/** A page to read further; its address was found in public use before it was written here. */
export interface Reading {
  title: string;
  address: string;
}

const encyclopaedia = (article: string): Reading => ({
  title: `${decodeURIComponent(article).replaceAll("_", " ")}, Wikipedia`,
  address: `https://en.wikipedia.org/wiki/${article}`,
});

/** The days of several years as India's holiday lists have them: to compare with ours, which are worked out. */
const inIndia = (name: string, page: string): Reading => ({
  title: `${name} in India by year, Time and Date`,
  address: `https://www.timeanddate.com/holidays/india/${page}`,
});

const SIKH_COALITION: Reading = {
  title: "The Sikh calendar, Sikh Coalition",
  address: "https://www.sikhcoalition.org/about-sikhs/calendar/",
};
const JANTRI: Reading = {
  title: "The printed Jantri of Amritsar as data, with its pages",
  address: "https://github.com/janpreet/nanakshahi-jantri",
};
const NANAKSHAHI = encyclopaedia("Nanakshahi_calendar");
const JAIN = encyclopaedia("Jain_festivals");
const SAMVATSARI_HISTORY: Reading = {
  title: "Pravin K. Shah, Historical perspective of Samvatsari day and the Jain calendar",
  address: "https://jainsamaj.org/content.php?url=Samvatsari_Day_and_Jain_Calendar:-",
};
const EOTC = encyclopaedia("Ethiopian_Orthodox_Tewahedo_Church");
const ETHIOPIAN_CALENDAR = encyclopaedia("Ethiopian_calendar");
const WHEEL = encyclopaedia("Wheel_of_the_Year");
const PARSI = encyclopaedia("Zoroastrian_calendar");
const GOV_UK: Reading = { title: "UK bank holidays, GOV.UK", address: "https://www.gov.uk/bank-holidays" };

/** By tradition and observance id. Pages about the day itself come before those about its calendar. */
const READING: Record<string, Record<string, Reading[]>> = {
  buddhist: {
    losar_tibetan: [encyclopaedia("Losar")],
    buddha_purnima_india: [encyclopaedia("Vesak"), inIndia("Buddha Purnima", "buddha-purnima")],
    vesak_may_full_moon: [encyclopaedia("Vesak")],
    vesak_poya_sri_lanka: [encyclopaedia("Vesak")],
    vesak_singapore_malaysia: [encyclopaedia("Vesak")],
    buddha_birthday_chinese: [encyclopaedia("Buddha's_Birthday")],
  },
  christian_orthodox: {
    great_lent: [encyclopaedia("Great_Lent")],
    good_friday: [encyclopaedia("Good_Friday")],
    nativity_fast: [encyclopaedia("Nativity_Fast")],
    theophany: [encyclopaedia("Epiphany_(holiday)")],
  },
  christian_western: {
    epiphany: [encyclopaedia("Epiphany_(holiday)")],
    lent: [encyclopaedia("Lent")],
    good_friday: [encyclopaedia("Good_Friday")],
    all_saints: [encyclopaedia("All_Saints%27_Day")],
    christmas_eve: [encyclopaedia("Christmas_Eve")],
  },
  ethiopian: {
    enkutatash: [encyclopaedia("Enkutatash"), ETHIOPIAN_CALENDAR],
    meskel: [encyclopaedia("Meskel"), ETHIOPIAN_CALENDAR],
    genna_christmas: [EOTC, ETHIOPIAN_CALENDAR],
    timkat: [encyclopaedia("Timkat"), ETHIOPIAN_CALENDAR],
    great_fast: [EOTC],
    siklet_good_friday: [EOTC],
    fasika_easter: [EOTC],
    fast_of_the_prophets: [EOTC],
    filseta_fast: [EOTC],
  },
  hindu: {
    ekadashi: [encyclopaedia("Ekadashi")],
    makar_sankranti: [
      encyclopaedia("Makar_Sankranti"),
      encyclopaedia("Pongal_(festival)"),
      inIndia("Makar Sankranti", "makar-sankranti"),
    ],
    vasant_panchami: [encyclopaedia("Vasant_Panchami"), inIndia("Vasant Panchami", "vasant-panchami")],
    thaipusam: [encyclopaedia("Thaipusam")],
    maha_shivaratri: [
      encyclopaedia("Maha_Shivaratri"),
      inIndia("Maha Shivaratri", "maha-shivaratri-shivaratri"),
    ],
    holi: [encyclopaedia("Holi"), inIndia("Holi", "holi")],
    ugadi_gudi_padwa: [
      encyclopaedia("Ugadi"),
      encyclopaedia("Gudi_Padwa"),
      inIndia("Gudi Padwa", "gudi-padwa"),
    ],
    rama_navami: [encyclopaedia("Rama_Navami"), inIndia("Rama Navami", "rama-navami")],
    rath_yatra: [encyclopaedia("Ratha_Yatra_(Puri)"), inIndia("Rath Yatra", "rath-yatra")],
    raksha_bandhan: [encyclopaedia("Raksha_Bandhan"), inIndia("Raksha Bandhan", "raksha-bandhan")],
    janmashtami: [encyclopaedia("Krishna_Janmashtami"), inIndia("Janmashtami", "janmashtami")],
    janmashtami_smarta: [encyclopaedia("Krishna_Janmashtami"), inIndia("Janmashtami", "janmashtami")],
    ganesh_chaturthi: [encyclopaedia("Ganesh_Chaturthi"), inIndia("Ganesh Chaturthi", "ganesh-chaturthi")],
    onam: [encyclopaedia("Onam"), inIndia("Onam", "onam")],
    navaratri_start: [encyclopaedia("Navaratri"), inIndia("Navaratri", "navratri")],
    dussehra: [encyclopaedia("Vijayadashami"), inIndia("Dussehra", "dussehra")],
    karva_chauth: [encyclopaedia("Karva_Chauth"), inIndia("Karva Chauth", "karaka-chaturthi")],
    diwali: [
      encyclopaedia("Diwali"),
      inIndia("Diwali", "diwali"),
      inIndia("Naraka Chaturdashi", "naraka-chaturdasi"),
    ],
    chhath: [encyclopaedia("Chhath"), inIndia("Chhath", "chhat-puja")],
  },
  islam: {
    islamic_new_year: [encyclopaedia("Islamic_New_Year")],
    ashura: [encyclopaedia("Ashura")],
    arbaeen: [encyclopaedia("Arbaeen")],
    mawlid: [encyclopaedia("Mawlid")],
    isra_miraj: [encyclopaedia("Isra'_and_Mi'raj")],
    ramadan_start: [encyclopaedia("Ramadan")],
    ramadan_day: [encyclopaedia("Ramadan")],
    laylat_al_qadr_27: [encyclopaedia("Laylat_al-Qadr")],
    eid_al_fitr: [encyclopaedia("Eid_al-Fitr")],
    arafah: [encyclopaedia("Day_of_Arafah")],
    eid_al_adha: [encyclopaedia("Eid_al-Adha")],
  },
  jain: {
    mahavir_jayanti: [encyclopaedia("Mahavir_Jayanti"), inIndia("Mahavir Jayanti", "mahavir-jayanti"), JAIN],
    paryushan_start: [SAMVATSARI_HISTORY, JAIN],
    paryushan_day: [SAMVATSARI_HISTORY, JAIN],
    samvatsari: [encyclopaedia("Samvatsari"), SAMVATSARI_HISTORY],
    das_lakshana: [JAIN],
    mahavira_nirvana: [JAIN],
  },
  judaism: {
    purim: [encyclopaedia("Purim")],
    pesach: [encyclopaedia("Passover")],
    lag_baomer: [encyclopaedia("Lag_BaOmer")],
    shavuot: [encyclopaedia("Shavuot")],
    rosh_hashanah: [encyclopaedia("Rosh_Hashanah")],
    yom_kippur: [encyclopaedia("Yom_Kippur")],
    sukkot: [encyclopaedia("Sukkot")],
    simchat_torah_diaspora: [encyclopaedia("Simchat_Torah")],
    hanukkah: [encyclopaedia("Hanukkah")],
  },
  lunar: {
    lunar_new_year: [encyclopaedia("Chinese_New_Year")],
    lantern_festival: [encyclopaedia("Lantern_Festival")],
    qingming: [encyclopaedia("Qingming_Festival")],
    dragon_boat: [encyclopaedia("Dragon_Boat_Festival")],
    mid_autumn: [encyclopaedia("Mid-Autumn_Festival")],
  },
  pagan: {
    imbolc: [encyclopaedia("Imbolc"), WHEEL],
    march_equinox: [encyclopaedia("March_equinox"), WHEEL],
    beltane: [encyclopaedia("Beltane"), WHEEL],
    june_solstice: [encyclopaedia("Summer_solstice"), WHEEL],
    lughnasadh: [encyclopaedia("Lughnasadh"), WHEEL],
    september_equinox: [encyclopaedia("September_equinox"), WHEEL],
    samhain: [encyclopaedia("Samhain"), WHEEL],
    december_solstice: [encyclopaedia("Winter_solstice"), WHEEL],
  },
  rastafari: {
    ethiopian_christmas: [encyclopaedia("Rastafari"), EOTC],
    birthday_haile_selassie: [encyclopaedia("Haile_Selassie"), encyclopaedia("Rastafari")],
    ethiopian_new_year: [encyclopaedia("Enkutatash"), encyclopaedia("Rastafari")],
    coronation_haile_selassie: [encyclopaedia("Haile_Selassie"), encyclopaedia("Rastafari")],
  },
  sikh: {
    guru_gobind_singh_gurpurab: [
      encyclopaedia("Guru_Gobind_Singh"),
      inIndia("Guru Gobind Singh’s birthday", "guru-govind-singh-jayanti"),
      JANTRI,
      NANAKSHAHI,
    ],
    hola_mohalla: [encyclopaedia("Hola_Mohalla"), SIKH_COALITION, JANTRI],
    vaisakhi: [encyclopaedia("Vaisakhi"), inIndia("Vaisakhi", "vaisakhi"), JANTRI],
    martyrdom_guru_arjan: [encyclopaedia("Guru_Arjan"), JANTRI, NANAKSHAHI],
    bandi_chhor: [encyclopaedia("Bandi_Chhor_Divas"), SIKH_COALITION, JANTRI],
    guru_nanak_gurpurab: [
      encyclopaedia("Guru_Nanak_Gurpurab"),
      inIndia("Guru Nanak’s birthday", "guru-nanak-jayanti"),
      JANTRI,
      NANAKSHAHI,
    ],
    martyrdom_guru_tegh_bahadur: [encyclopaedia("Guru_Tegh_Bahadur"), JANTRI, NANAKSHAHI],
  },
  zoroastrian: {
    nowruz: [encyclopaedia("Nowruz")],
    kadmi_new_year: [PARSI],
    shahenshahi_new_year: [PARSI],
    khordad_sal: [encyclopaedia("Khordad_Sal"), PARSI],
  },
};

/** Pages to read further on an observance; none where no lasting address was found. */
export function readingOn(tradition: string, id: string): Reading[] {
  if (tradition.startsWith("uk_bank_holiday")) return [GOV_UK];
  return READING[tradition]?.[id] ?? [];
}

/** Every tradition and id that has pages, for checking against the catalogue. */
export const READING_KEYS = Object.entries(READING).flatMap(([tradition, rows]) =>
  Object.keys(rows).map((id) => `${tradition}/${id}`),
);
