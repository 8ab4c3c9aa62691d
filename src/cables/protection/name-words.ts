/** @module Words that stand beside names and are no part of them: titles, offices, words that begin sentences. */
import { countriesIn } from '../vocabulary/countries.js'
import { countryOf } from '../vocabulary/demonyms.js'
import { hasCapital, isInCapitals, lettersOf } from './words.js'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Small words inside names. */
const PARTICLES = set(
  `abd abdul abu al ap as at ben bin bint binti bt da dal das de del dela della den der des di do dos du e el haj hajj i
  ibn la las le los mac mc san sant santa st ter ter ul um umm van ver vom von y za zu zum zur`,
)

/** An article that is written with the name or apart from it: `al-Majid`, `Al Majid`, `ElBaradan`. */
const ARTICLE =
  /^(?:al|el|ul|as|ash|ad|adh|an|ar|at|ath|az|abd|abdul|abdel|abu|bin|ben|ibn|de|del|della|da|di|du|dos|la|le|van|von|der|den|ter|st|san|o|d|l|n|mc|mac)$/u

const SUFFIXES = set('jr sr ii iii iv phd md esq junior senior filho neto')

/** Words with capitals that stand before names or tell what somebody is: they stay readable. */
const TITLES = set(`
  academic academician activist acting adjutant administrator admiral adviser advisor affairs agent airman amb ambassador
  amcit amir analyst anchor archbishop army assessor assistant associate attache attaché attorney author aunt ayatollah
  banker baron baroness bishop brig brigadier brother businessman businesswoman cabinet candidate capt captain cardinal
  cg chair chairman chairperson chairwoman chancellor charge chargé chief clerk cleric cmdr co-chair coach col colonel
  columnist commandant commander commissioner commodore comptroller congressman congresswoman conoff conoffs consul
  consulate contact contacts coordinator corporal correspondent councillor councilman counsel counselor counsellor count
  countess cousin crown dame dato datuk daughter dcg dcm dean defatt defense defence defmin delegate dentist deputy
  dg diplomat dir director directorate doctor don dona doña dpm dr driver duke economist econoff econoffs editor elder
  emb emboff emboffs embassy emir engineer envoy eng excellency exec executive expatriate expert farmer father finance
  first fm fmr fnu foreign formin former founder fr friar friend fsn fsns gen general geologist gm gov governor guard
  hajji head headmaster her historian hon honorable imam informant inspector intelligence interior interlocutor
  interlocutors intermediary intl investigator journalist judge justice king lady lawyer lawmaker leader lecturer legatt
  lieutenant lord lt ltc ltg ltgen lnu maj majgen major manager managing marshal marquess master mayor mbr md member mep
  merchant mfa mg miner minister ministry miss mister mla mod moi monsieur monsignor monk mother mp mps mr mrs ms mufti
  mullah msgr musician mla narrator national nephew news newspaper niece nun nurse observer office officer official
  officials operative opposition owner painter parliamentarian partner party pastor patriarch pastor patron pe pianist
  pilot player pm pol polchief polcouns police policeman politician poloff poloffs pope port premier pres presidency
  president presidential press priest prime prince princess principal prof professor programme prosecutor protocol
  provincial publisher queen rabbi radm rancher rapporteur rear reader rector regional rep reporter representative res
  research researcher resident ret retired rev reverend rso sailor sailors scholar scientist second secretary
  secretariat secgen sec sen senator senior sergeant sgt shaykh sheik sheikh shah shaikh singer sir sister soldier
  son source sources speaker special spokesman spokesperson spokeswoman staff staffer state student sultan superintendent
  supt supervisor surgeon sister sygen syg sysadmin teacher team technician the third trader treasurer tribal tun
  uncle under undersecretary union ustaz vadm vice vicar visitor vp warden webmaster welder whip widow wife witness
  writer youth zonal husband imams industrialist informants coach caretaker captain's guide hotelier fisherman
  shopkeeper shipowner smuggler harbourmaster harbormaster pharmacist physician psychologist architect accountant
  auditor baker-owner bookkeeper broker butcher carpenter cashier chauffeur chef civil cook custodian dealer
  pol-econ polecon econcouns ecmin brigadeiro coronel capitao capitán contralmirante almirante comandante ministro ministra
  mzee datin senador senadora diputado deputado gobernador alcalde licenciado lic ing ingeniero doutor doutora doctora señor señora
  senhor senhora sr sra srta signor signora herr frau mme mlle maître maitre sayyid seyyed sayed syed hojatoleslam
  hojjatoleslam ayatullah mawlana maulana moulana pir pasha bey effendi hodja hoja tovarisch pan comrade padre fray sor
  kapitan oberst bürgermeister doktor duma khan-bahadur generalissimo sheriff constable`)

/** Words of the names of organisations and of countries: a run that ends with one is no person. */
const OF_ORGANISATIONS = set(`
  university college institute hospital bank company corporation group foundation agency authority board bureau
  commission committee council court department division federation ngo parliament senate congress assembly service
  services daily radio tv television network international internacional nacional national federal central chamber
  commerce catholic muslim sunni shia shi'a shiite kurdish orthodox protestant jewish coptic maronite druze hindu sikh
  buddhist north south east west northern southern eastern western united states nations kingdom emirates republic
  european union association society front movement brigade battalion regiment office embassy consulate ministry
  mission secretariat directorate presidency party cabinet parliamentary relations affairs industries ltd inc
  affairs democrat democratic republican socialist communist liberal conservative labor labour ministry government
  unit summit conference forum fund project program policy northeast northwest southeast southwest section desk task force
  center centre team academy club league council plant permrep perm ukrep usun uneu dprk nato osce un eu imf
  security defense defence interior intelligence chancellery command ministry headquarters operations bolivarian`)

/** Titles that are names too: they are taken for titles only where a name begins. */
const ALSO_NAMES = set(
  `archbishop baron bishop cardinal chief college count dean duke dean elder farmer friend green guard guide judge justice
  king lord major marshal mayor miner monk mother painter pastor pope port prince princess queen rabbi sheik sheikh
  shaykh shaikh shah singer sultan baker butcher carpenter cook coach page reader north south east west first son union
  under clerk speaker don dona doña`,
)

/** Who writes the cable or speaks for the embassy: beside a source in a list they are not meant. */
const OF_THE_EMBASSY = set(
  `amb ambassador cg charge chargé conoff consul counselor counsellor dcg dcm defatt econcouns econoff ecmin emb emboff
  legatt mgtoff padao pao polchief polcouns poloff rso usg codel staffdel emboffs poloffs conoffs econoffs`,
)

/** Words that begin sentences or link, and never are names; in texts of capitals they end a name. */
const LINKS = set(`
  a aka alias nee about above accompanied according acknowledging acting added adding admitted advised after again against ago all
  alleged allegedly almost along already also although always am among an and another any anyway apparently appointed
  approached are argued around as aside asked asking assured at away back based be because been before began begin
  behind being believed believes below beside besides between beyond both brought but by called calling came can cannot
  cited citing claimed claiming claims clearly come commenting comment comments concluded concluding concerning
  confided confirmed confirming confirms considered contacted contrary conversely could currently delivered denied
  describing described despite did discussed discussing do does done down due during each earlier either emphasized end
  entering especially even eventually every everyone except explained explaining expressed expressing few finally
  following followed for forwarded found from further furthermore gave generally given had half has have having he
  hearing heard held her here herself him himself hinted his historically hosted how however i if in indeed informed
  inside insisted instead interestingly into introduced invited is it its itself joined just knows know last lastly
  late later lately learned led left lest let like likely likewise made mainly many may maybe me mean meanwhile meeting
  mentioned met mid might more moreover most mostly much must my myself named namely near nearly neither never
  nevertheless new next nice no nobody none nonetheless nor not note noted notes nothing noting notwithstanding now
  observing of off offered often on once one only onto opined or ordinarily originally other others otherwise our out
  outside over overall own par per perhaps phoned please pointing point possibly predicted presumably previously
  privately probably promised quite quoted quoting rather re reached read recalled recalling recently regarding
  relatedly reminded repeated replied reported reportedly reports requested requesting responded responding said same
  saw say saying says see seeing seemingly separately several shall she should similarly since so some somebody someone
  sometimes soon speaking spoke stated stating still stressed strictly subsequently such suggested summary supposedly
  surely than thanking thanks that the their them themselves then there thereafter therefore these they this those
  though three through throughout thus to today together told tomorrow too toward towards turning two typically
  ultimately under underlined underscored unfortunately unlike until up upon us usually very via visited visiting
  voiced was we welcomed welcoming went were what whatever when whenever where whereas whether which while who whoever
  whom whose why will with within without would writing wrote yes yesterday yet you your
  january february march july september october november december feb apr jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday passport number numbers subject tags ref
  reftel septel cable telegram text unclassified sensitive confidential secret sbu unclas noforn nf sipdis limdis exdis nodis`)

/** Behind these a run of capitals is an office or a place, not a person: `Director of the Port Authority (protect)`. */
const OF_AN_OFFICE = set('of for at in from with within on to inside outside near by')
const ARTICLES = set('the a an our his her their its this that')

export function isParticle(word: string): boolean {
  return PARTICLES.has(lettersOf(word))
}

/** Letters of an article, not the word as written. */
export function isNameArticle(letters: string): boolean {
  return ARTICLE.test(letters)
}

export function isSuffix(word: string): boolean {
  return SUFFIXES.has(lettersOf(word))
}

export function isLink(word: string): boolean {
  return LINKS.has(lettersOf(word))
}

/** A title, an office, or the adjective of a country before one: `Norwegian Deputy Minister`. */
export function isTitle(word: string): boolean {
  return TITLES.has(lettersOf(word)) || TITLES.has(word.toLowerCase()) || isOfOrganisation(word)
}

/** `Norwegian`, `Norway`, and the end of `United States`: a name may follow directly. */
export function isOfCountry(word: string): boolean {
  return (
    countryOf(word) !== null ||
    countryOf(word.replace(/s$/u, '')) !== null ||
    /^czechs?$/iu.test(word) ||
    /^(?:states|nations|kingdom|emirates|republic)$/iu.test(word)
  )
}

/** A word that organisations, countries and offices are called by. */
export function isOfOrganisation(word: string): boolean {
  return OF_ORGANISATIONS.has(lettersOf(word)) || word.includes('/') || isOfCountry(word)
}

export function isNameToo(word: string): boolean {
  return ALSO_NAMES.has(lettersOf(word))
}

export function isOfTheEmbassy(word: string): boolean {
  return OF_THE_EMBASSY.has(lettersOf(word))
}

export function leadsToOffice(word: string): boolean {
  return OF_AN_OFFICE.has(lettersOf(word))
}

export function isArticle(word: string): boolean {
  return ARTICLES.has(lettersOf(word))
}

/** Words that sentences begin with: `Echoing Grady`, `Unlike` is among the links. */
const IS_VERB = /^\p{Lu}\p{Ll}{3,}(?:ing|ed|ly)$/u

/** A word in a text of mixed case that a person may be called. */
export function mayBeCalled(word: string): boolean {
  return (
    hasCapital(word) &&
    !isInCapitals(word) &&
    !isTitle(word) &&
    !isLink(word) &&
    !isParticle(word) &&
    !IS_VERB.test(word) &&
    countriesIn(word).length === 0 &&
    /^[\p{L}\p{M}'’‘`.\u2010-]+$/u.test(word)
  )
}
