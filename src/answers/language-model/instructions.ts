/** @module Paragraphs that speak to whoever reads them ("ignore the above …") instead of about the world. */

const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?]{0,40}\b(?:the (?:above|foregoing)(?!-)|everything (?:above|before|you)|what you were told)/i,
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?]{0,40}\b(?:your|all|any|every|these|those|previous|prior|earlier|preceding) (?:\w+ )?(?:instructions?|prompts?|guidelines|rules)\b/i,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b/i,
  /\b(?:dear|attention|note to|to|as) (?:the |an? )?(?:ai|a\.i\.|assistant|chatbot|bot|language model|llm|machine reader)\b/i,
  /\byou are (?:now )?(?:an? |the )?(?:ai|assistant|language model|chatbot|bot|dan)\b/i,
  /\b(?:your|new) (?:new )?(?:instructions?|task|role|orders) (?:is|are|follows?)\b/i,
  /\b(?:reply|respond|answer|output|print)\b (?:only|exactly|solely)? ?(?:with|by saying|in the words)\b/i,
  /<\/?(?:system|assistant|user|instructions?)>|\[\/?INST\]|<\|[a-z_]+\|>|^\s*(?:system|assistant) ?:/im,
]

/**
 * Whether a text gives orders to its reader. Such a paragraph may be quoted, word for word, but nothing that a language model
 * says may rest on it: what it says then may be what it was told to say.
 */
export function givesOrders(text: string): boolean {
  const line = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
  return ORDERS.some((order) => order.test(line))
}
