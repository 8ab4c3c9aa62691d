/**
 * @module Every limit that a reply keeps to: Discord's documented ones first, then our own.
 * Characters are UTF-16 code units (`string.length`): never fewer than the code points that Discord counts. Texts of a message are
 * measured by `room.ts`, which counts bytes too.
 */

/** Characters in all text displays of one message together (Components V2). */
export const MESSAGE_TEXT_MAX = 4_000

/** Components of one message, nested ones and accessories counted. */
export const MESSAGE_COMPONENTS_MAX = 40

/** Characters of a button's label. */
export const BUTTON_LABEL_MAX = 80

/** Options of a select menu. */
export const MENU_OPTIONS_MAX = 25

/** Characters of an option's label, value and description each. */
export const MENU_TEXT_MAX = 100

/** Characters of what stands in a menu before anything is chosen. */
export const MENU_PLACEHOLDER_MAX = 150

/** Characters of a `custom_id`. */
export const CUSTOM_ID_MAX = 100

/** Suggestions of one autocomplete reply. */
export const CHOICES_MAX = 25

/** Characters of a suggestion's name, and of its value. */
export const CHOICE_TEXT_MAX = 100

/** Characters of the question that stands above its answer, escaped: all of any but the very longest. */
export const QUESTION_ECHO_MAX = 1_000

/** Earlier questions that stand above a follow-up, the newest ones. */
export const EARLIER_QUESTIONS_MAX = 5

/** Characters of each, escaped. */
export const EARLIER_QUESTION_MAX = 160

/** Characters of the line that says what narrows a search, escaped. */
export const ECHO_LINE_MAX = 200

/** Citations of one answer: eight sections of three components each leave room for the rest of a message. */
export const CITATIONS_MAX = 8

/** Characters of one line that names a passage, escaped. */
export const PASSAGE_LINE_MAX = 240

/** Passages under an abstention: it is short, and the others are behind a button. */
export const NEAREST_PASSAGES_MAX = 2

/** Characters of a passage's first words under an abstention, escaped. */
export const SNIPPET_MAX = 220

/** Passages that a search finds at most. */
export const FOUND_MAX = 50

/** Passages on one page of them. */
export const FOUND_PAGE_SIZE = 5

/** Passages or cables that are like a given one. */
export const SIMILAR_MAX = 6

/** Cables on one page of a list. */
export const LIST_PAGE_SIZE = 10

/** Entries of the glossary in one reply. */
export const GLOSSARY_ENTRIES_MAX = 6

/** Characters of a term of the glossary, and of what it means, escaped. */
export const GLOSSARY_LINE_MAX = 280

/** Quotes that one citation button carries for the paragraph view to set in bold. */
export const MARKED_QUOTES_MAX = 3

/** Cables that "did you mean" offers. */
export const SUGGESTIONS_MAX = 5

/** Filters that are offered where no cable passes those that were given: the buttons of one row. */
export const FILTERS_OFFERED_MAX = 5

/** Characters of a cable's subject where it is a heading, escaped. */
export const SUBJECT_MAX = 300

/** Characters of a heading within a cable, escaped. */
export const HEADING_MAX = 200

/** Characters of one list in a cable's head (recipients, TAGS, references), escaped. */
export const CABLE_FACT_MAX = 300

/** Characters of a paragraph, escaped, in a message of its own: the head, the heading and the bold take less than the rest. */
export const PARAGRAPH_BODY_MAX = 2_800

/** Characters of a person's name, escaped. */
export const NAME_MAX = 100

/** Characters of the line that says who shared an answer, or that it is shared: the name, and the words around it. */
export const SHARED_BY_MAX = 180

/** Characters of a sentence that stands above further content, escaped. */
export const LONG_NOTICE_MAX = 1_000

/** Cables that are named of those that were added, and files or records of those that were refused. */
export const ADDED_NAMED_MAX = 20
export const REFUSED_NAMED_MAX = 8

/** Characters of one line about what was added or refused, escaped. */
export const ADDED_LINE_MAX = 360

/** Cables that are listed of those mentioned in a message: three components each. */
export const MENTIONED_MAX = 10
