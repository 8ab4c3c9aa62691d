/** @module Errors for people, in their language. */
import { UserError } from '../../errors.js'
import type { Locale } from './locale.js'
import { isKey, sentence, type Key, type ValuesOf } from './texts.js'

/**
 * The error to throw with a sentence of ours: English in the log, the reader's language in the reply.
 * @example throw refusal('reader.noCable', { cable: '06MEXICO1889' })
 */
export function refusal<K extends Key>(key: K, ...[values]: ValuesOf<K>): UserError {
  return new UserError(sentence('en', key, values), { key, ...(values !== undefined && { values }) })
}

/** The error's sentence in a language; in English when the rooms below gave no key for it. */
export function toldIn(locale: Locale, { message, key, values }: UserError): string {
  return key !== undefined && isKey(key) ? sentence(locale, key, values) : message
}
