/**
 * @module Text -> the same text in a BibTeX field, which LaTeX sets in its default encoding (OT1) without any package. Braces
 * are commands and not `\{`, because BibTeX counts escaped ones too; and no back-tick is left, which would end a code block.
 */
import { MASK_CHARACTER } from '../protection/mask-character.js'

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textquoteleft{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '°': '$^\\circ$',
  '×': '$\\times$',
  '±': '$\\pm$',
}

/** What the default encoding has beyond ASCII, as UTF-8, which LaTeX reads without being told. */
const AS_IS = /[¡£§¶©¿À-ÏÑ-ÖØ-Ýß-ïñ-öø-ýÿĀ-ăĆ-ďĒ-ėĚ-ĥĨ-ĭİ-ĵĶķĹ-ľŁ-ňŌ-ťŨ-űŴ-žȘ-ț–—‘’“”•…]/u

/** What stands for signs that the default encoding does not have, where no plain letters mean the same. */
const PLAIN: Readonly<Record<string, string>> = {
  '«': '“',
  '»': '”',
  '„': '”',
  '‟': '“',
  '‹': '‘',
  '›': '’',
  '‚': '’',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '−': '–',
  '⁄': '/',
  '€': 'EUR ',
  '¥': 'JPY ',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'Th',
  þ: 'th',
  Ħ: 'H',
  ħ: 'h',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'Ng',
  ŋ: 'ng',
}

/** For a run of letters that the default encoding cannot write: better a gap that shows than a document that fails. */
const UNKNOWN = '[?]'

const MASKED = new RegExp(`${MASK_CHARACTER}([^${MASK_CHARACTER}]*)${MASK_CHARACTER}`, 'gu')

export function bibtexText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(MASKED, '[$1]')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    // A straight quotation mark opens behind a space or a bracket, and closes elsewhere.
    .replace(/(^|[\s([“‘-])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/[^\x20-\x7E]/gu, plainOf)
    .replace(/\u{FFFD}+/gu, UNKNOWN)
  return Array.from(plain, (sign) => COMMANDS[sign] ?? sign).join('')
}

/** U+FFFD where there is none. */
function plainOf(sign: string): string {
  if (AS_IS.test(sign) || COMMANDS[sign] !== undefined) return sign
  const letters = PLAIN[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '')
  const isWritten = Array.from(letters).every((each) => /[\x20-\x7E]/u.test(each) || AS_IS.test(each))
  return isWritten ? letters : (PLAIN[letters] ?? '\u{FFFD}')
}

/** An address, in which `url` takes all but these signs as they are. */
export function bibtexUrl(url: string): string {
  return url.replace(/[^\x21-\x7E]|[{}\\`"<>^|]/gu, (sign) =>
    /\p{Surrogate}/u.test(sign) ? '' : encodeURIComponent(sign),
  )
}
