/** @module Text -> the same text in a BibTeX field. Braces are commands and not `\{`, because BibTeX counts escaped ones too. */

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
}

export function bibtexText(text: string): string {
  return text.replace(/[\\{}^~`<>|"$&#_%]/gu, (sign) => COMMANDS[sign] ?? sign)
}
