/** @module What kind of data a file holds, told from its first bytes and not from its name. */
import { decodeText, looksBinary } from '../decode.js'
import { isRecordStart } from './csv-records.js'

export type Kind = 'empty' | 'zip' | 'gzip' | 'html' | 'csv' | 'json' | 'text' | 'binary'

/** Bytes that are looked at. */
export const SNIFFED_BYTES = 65_536

/** Lines at the top among which the first record of a dump must begin: above it there may be a row of column names. */
const SNIFFED_LINES = 3

/** @param head the first bytes, up to `SNIFFED_BYTES` */
export function sniff(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty'
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (looksBinary(head)) return 'binary'
  const text = decodeText(head).replace(/^\uFEFF/, '')
  if (text.trim() === '' && head.length < SNIFFED_BYTES) return 'empty'
  if (/^\s*<(?:[!?a-z])/i.test(text) && /<(?:!doctype html|html|head|body|table|pre|div)\b/i.test(text))
    return 'html'
  if (text.split('\n', SNIFFED_LINES).some(isRecordStart)) return 'csv'
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\d])/.test(text)) return 'json'
  return 'text'
}
