/** Says where a part begins or ends, and nothing else: `End summary.`, `Comment:`, `(End note.)` */
const LABEL_ONLY =
  /^\W*(?:(?:begin|end|close)(?: of)? )?(?:executive )?(?:summary|introduction|comments?|notes?|text|action request|background)(?: and (?:comment|introduction|action request))?\W*$/i

/** @returns whether a quote of this sentence would tell a reader nothing */
export function isLabelOnly(sentence: string): boolean {
  return LABEL_ONLY.test(sentence)
}
