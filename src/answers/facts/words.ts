/** @module Words that capitals do not make names of: function words, words that sentences begin with, titles and kinds of bodies. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Never a name, wherever they stand; also inside names (`The Hague`). */
export const FUNCTION_WORDS = set(`
  a about above across after against all along also although am among an and another any are around as at away back be because been
  before behind being below beneath beside besides between beyond both but by can cannot could despite did do does doing done down
  during each either else ever every except few for from had has have having he hence her here hers herself him himself his how
  however i if in inside instead into is it its itself just last later least less like many me might mine more moreover most
  much must my myself near neither never nevertheless next no nobody none nonetheless nor not nothing now of off often on once only
  onto or other others otherwise our ours out outside over own per perhaps quite rather same she should since so some somebody someone
  something soon still such than that the their theirs them themselves then there thereafter therefore these they this those though
  through throughout thus till to today together tomorrow too toward towards under underneath unlike until up upon us very was we well
  were what whatever when whenever where whereas wherever whether which while who whoever whom whose why will with within without
  would yes yesterday yet you your yours
  not n't don't didn't doesn't wasn't weren't isn't hasn't hadn't won't wouldn't couldn't it's he's she's they're
`)

/** Begin sentences of a summary; a name that looks like one of them ("Rice", "Gates") is not here. */
export const STARTERS = set(`
  first third fourth fifth accordingly according account accounts actual additional additionally adding almost already alternatively altogether ambassadors
  analysts apart apparently approximately arguing article asked assets attempts authorities aware based begun both briefly broadly
  businesses businessmen certain citing civilians claims clearly combined comments commenting companies compared concerning
  concerns conditions consequently contacts contrary conversely correspondingly critics currently delegates demonstrators depending
  details diplomats discussing discussions documents doing domestic domestically due earlier eastern economic economically eight eighteen
  eighty elections eleven elsewhere embassies embassy ending equally especially essentially estimates eventually events evidently exactly
  explaining exports externally facing families farmers few fewer fifteen fifty finally financial financially five following formal
  formally former formerly forty four fourteen frequently funding furthermore further given generally government governments
  greater half hence his historically hundreds immediate immediately importantly imports including increasingly indeed
  individuals industry inflation informally information initial initially instead interestingly internal internally investigators
  investors issues joint journalists knowing lacking largely lastly lately later leaders legally likewise little local locally
  mainly major meanwhile media meetings members men mentioning militants military ministers moderate most mostly namely nationally
  naturally nearly negotiations negotiators news nine nineteen ninety normally noting notably numbers numerous observers obviously
  occasionally officers official officials oil ones operations opponents opposition ordinary originally overall overseas
  partially participants particularly parties partly people personally plans plus police political politically politicians possible
  possibly potential practically precisely predictably presently presumably previous previously prices primarily prior private
  privately probably problems production prospects protests protesters public publicly quickly quietly rarely reacting rebels recent
  recently referring refugees regarding regardless regional regionally relations relatively reluctantly reportedly reporters reports
  representatives researchers residents respectively responding results rival roughly rumors sales saying sceptics second secondly
  sections security senior separately seven seventeen seventy several shareholders shortly significant significantly similar
  similarly simply simultaneously six sixteen sixty skeptics slightly small smaller social socially soldiers sources specifically
  speaking spokesmen staff statements statistics strictly strong students subsequent subsequently substantial successive suddenly
  supporters supposedly surprisingly survivors talks technically ten tensions thanks third thirdly thirteen thirty thousands three
  tourists trade traditionally troops twelve twenty twice two typically ultimately unable undoubtedly unfortunately university unlike
  unusually usually various victims villagers violence virtually visitors voters warning western witnesses women workers works writing
  younger youth
`)

/** Titles and kinds of bodies: written with a capital before or after a name, and in lower case elsewhere. They must stand in what is cited, in any case. */
export const TITLES = set(`
  academy act administration admiral adviser advisor affairs agency agreement airport ambassador archbishop armed army assembly
  assistant association attorney authority bank base battalion bay bishop board brigadier bridge bureau cabinet captain
  cardinal center central centre chairman chairwoman chair chamber chancellor charge chief church city club co coalition coast college
  colonel command commander commissar commission commissioner committee commodore communist community company conference congress congressman
  consul constitution convention corporal corporation corp council councillor country county court crown dam deputy defense defence delegation
  democratic department desk development diet diplomat director directorate district division doctor dr economic economy election embassy
  emir emperor executive faction faculty federal federation finance first force forces foreign foundation front fund general governor
  government group guard harbor harbour head headquarters health high hospital hotel house hon imam inc inspector institute institution intelligence
  interior international island islands jr judge judicial junior justice king kingdom labor labour lake law leader league legislature lieutenant
  lord ltd madam magistrate majesty major market marshal mayor medical member military minister ministerial ministers ministry mission
  monsignor mount mr mrs ms movement museum national naval navy northern north office officer opposition order organisation organization
  palace parliament parliamentary party pass pastor patriarch permanent police policy politburo pope port post premier president
  presidential press priest prime prince princess principal prison private professor program programme project prosecutor protocol province provincial
  queen rabbi railway regiment region regional registrar representative republic republican resolution reverend river road royal school
  sea secretariat secretary section security senate senator senior sergeant service sheikh shaykh sir socialist society south southern
  speaker special squadron st staff state states street strait sultan summit supreme team territory trade transport treasury treaty tribunal
  undersecretary under union unit university vice village war west western workers world youth eastern east
`)

/** Titles as cables shorten them. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    adm: 'admiral', amb: 'ambassador', brig: 'brigadier', capt: 'captain', cmdr: 'commander', col: 'colonel', dept: 'department',
    dep: 'deputy', dir: 'director', gen: 'general', gov: 'governor', govt: 'government', lt: 'lieutenant', maj: 'major',
    min: 'minister', pres: 'president', prof: 'professor', rep: 'representative', sec: 'secretary', sen: 'senator', sgt: 'sergeant',
    univ: 'university', defmin: 'defense minister', formin: 'foreign minister', fonmin: 'foreign minister', finmin: 'finance minister',
    intmin: 'interior minister', emboff: 'embassy officer', poloff: 'political officer', econoff: 'economic officer',
  }),
) // prettier-ignore

/** Parts of names that are written in lower case as well. */
export const PARTICLES = set(
  'abd abu al bin da das de del der di dos du el ibn la las le los mac ould san st ter um van von y',
)

const WEEKDAYS: Readonly<Record<string, string>> = {
  mon: 'monday', tue: 'tuesday', tues: 'tuesday', wed: 'wednesday', thu: 'thursday', thur: 'thursday', thurs: 'thursday', fri: 'friday', sat: 'saturday', sun: 'sunday',
} // prettier-ignore

/** `Tues` -> `tuesday`; other words as they are. */
export function weekday(word: string): string {
  return WEEKDAYS[word] ?? word
}
