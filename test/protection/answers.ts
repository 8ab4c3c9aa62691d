/** Answers of the app itself, as text that can be compared. */
import type { Answer } from '../../src/answers/answer.js'
import type { App } from '../../src/app.js'
import type { RankedParagraph } from '../../src/retrieval/query.js'

/** A question as a reader asks it of whom sources are masked. */
export function ask(of: App, text: string, history: string[] = []): Promise<Answer> {
  return of.masked.ask({ text, filters: {}, history })
}

/** All that an answer holds, with scores and signals, a line for each part. */
export function told({ text, abstained, confidence, sentences, retrieved, writtenBy }: Answer): string {
  const parts = [...sentences.map((each) => JSON.stringify(each)), ...retrieved.map(line)]
  return [text, abstained, confidence, writtenBy, ...parts].join('\n')
}

/** All that is found, in order; an error as its sentence. */
export async function found(of: App, text: string): Promise<string> {
  try {
    return (await of.masked.search({ text, filters: {}, history: [] }, 50)).map(line).join('\n')
  } catch (error) {
    return String(error)
  }
}

/** Without the file that it was read from, which lies in another folder each time. */
function line(passage: RankedParagraph): string {
  return JSON.stringify(passage).replace(/"path":"[^"]*"/gu, '')
}
