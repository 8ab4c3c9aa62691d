/** @module What stands around the names: sentences that hold a mark, and sentences that must stay as they are. */

export interface Prose {
  readonly text: string
  readonly keeps: readonly string[]
  /** Whether it can be told from a name in a cable in capitals, too. */
  readonly inCapitals: boolean
}

function prose(text: string, keeps: readonly string[] = [], inCapitals = true): Prose {
  return { text, keeps, inCapitals }
}

/** `{m}` is the marked name. Those that keep something are no use in capitals, where nothing tells where a name begins. */
export const FRAMES: readonly Prose[] = [
  prose('Poloff met {m} on May 3 at a cafe near the pier.'),
  prose('In a May 3 talk with {m}, Poloff asked about the strike.'),
  prose('According to {m}, the union will vote on Friday.'),
  prose('We heard the same from {m}.'),
  prose('Emboffs had lunch with {m} on the margins of the conference.'),
  prose('{m} told Poloff that the dockers would not return to work.'),
  prose('Long-time contact {m} said the union was split.'),
  prose('Meanwhile {m} expects a vote by Friday.'),
  prose('On May 3 {m} called Emboff to describe the raid.'),
  prose('Businessman {m} told us the pier was sold.'),
  prose('Port Board Chairman {m} told us the pier was sold.', ['Port Board Chairman']),
  prose('Former Deputy Minister {m} sees no way out.', ['Deputy Minister']),
  prose('Poloff Ruth Ellery met {m} on May 3.', ['Ruth Ellery']),
  prose('{m} told Poloff that Minister Oskar Dahlberg had resigned.', ['Oskar Dahlberg']),
  prose('Minister Oskar Dahlberg offered {m} a seat on the board.', ['Oskar Dahlberg']),
  prose("Prime Minister Ragna Osterlund's adviser {m} sees no way out.", ['Ragna Osterlund']),
  prose('Of the Veskaholm dockers, {m} was the only one to speak.', ['Veskaholm']),
]

/** For several people at once. */
export const LIST_FRAMES: readonly Prose[] = [
  prose('Poloff met {m} on May 3.'),
  prose('At a May 3 lunch, {m} described the raid.'),
  prose('Poloff Ruth Ellery had lunch with {m} at the pier.', ['Ruth Ellery']),
  prose('We have this from {m}.'),
  prose('Those who signed were {m}.'),
]

export const FILLERS: readonly Prose[] = [
  prose('Port Minister Oskar Dahlberg told parliament that the ferry would sail twice a day.', [
    'Oskar Dahlberg',
  ]),
  prose('Poloff Ruth Ellery attended the opening of the smoked eel market.', [
    'Ruth Ellery',
    'smoked eel market',
  ]),
  prose('The Ministry of Ports has promised a new pier at Ostravik since 2001.', [
    'Ministry of Ports',
    'Ostravik',
  ]),
  prose('The consular section saw no rise in visa requests.', ['consular section']),
  prose('Ambassador Judith Corliss raised the matter with the Foreign Minister.', ['Judith Corliss']),
  prose('Lindgard closed its northern harbor in the winter of 2004.', ['Lindgard']),
  prose('Ordinary people want the ferry more than the school.', ['Ordinary people']),
  prose('The Eel Workers Congress will meet in Lindgard in the autumn.', [
    'Eel Workers Congress',
    'Lindgard',
  ]),
]

/** The verb "protect" and its kin, which mark nobody here. */
export const TRAPS: readonly Prose[] = [
  prose('The new law is meant to protect the eel grounds from foreign trawlers.', [
    'protect the eel grounds',
  ]),
  prose('Prime Minister Ragna Osterlund pledged to protect the reef.', [
    'Ragna Osterlund',
    'protect the reef',
  ]),
  prose('The Coast Guard has two boats to protect the whole northern shore.', [
    'Coast Guard',
    'protect the whole',
  ]),
  prose('The Consumer Protection Office (CPO) has no staff.', ['Consumer Protection Office']),
  prose('DCM Harold Benning urged the Ministry to strictly protect the nesting sites.', [
    'Harold Benning',
    'nesting sites',
  ]),
  prose(
    'Parliament adopted the Act to Protect Inland Fisheries.',
    ['Act to Protect Inland Fisheries'],
    false,
  ),
  prose('Ambassador Judith Corliss said the treaty obliges both states to protect diplomats.', [
    'Judith Corliss',
    'protect diplomats',
  ]),
  prose('Defense Minister Ivo Stanek (whose party vowed to protect pensions) agreed.', [
    'Ivo Stanek',
    'protect pensions',
  ]),
  prose('Mayor Beate Lohmer asked for police protection (granted on May 2).', [
    'Beate Lohmer',
    'police protection',
  ]),
  prose('The reef is a protected area (strictly protected since 1994).', ['protected area']),
  prose(
    'The G-4 resolution on the Responsibility to Protect (R2P) was discussed with Foreign Minister Ivo Stanek.',
    ['Responsibility to Protect', 'Ivo Stanek'],
  ),
]

export const SUBJECTS: readonly string[] = [
  'PORT STRIKE: THE UNION WAITS',
  'NO FERRY BEFORE JUNE',
  'EEL DUES AND THE SALE OF THE PIER',
  'LABOR UNREST IN THE NORTHERN PORTS CONTINUES AS THE MINISTRY LOOKS AWAY',
]

export const HEADINGS: readonly string[] = [
  'The Strike Goes On',
  'NO VOTE IN SIGHT',
  'Background',
  'A New Pier',
  'COMMENT',
]
