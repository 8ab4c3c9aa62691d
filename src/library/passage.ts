/** @module What is embedded for a paragraph. */
import { createHash } from 'node:crypto'

/** Grows with every change to `passageText`: vectors of an older recipe are not compared with newer ones. */
export const PASSAGE_RECIPE = 1

export interface PassageParts {
  readonly subject: string
  readonly heading: string | null
  readonly text: string
}

/** The text that stands for a paragraph in the vector index. */
export function passageText({ subject, heading, text }: PassageParts): string {
  return [subject, heading, text].filter((part) => part !== null && part !== '').join('\n')
}

/** 16 bytes that tell two passages apart: equal ones keep their vectors when a cable is renewed. */
export function passageHash(parts: PassageParts): Buffer {
  return createHash('sha256').update(passageText(parts)).digest().subarray(0, 16)
}
