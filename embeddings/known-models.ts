/** How a model turns its token vectors into one: their mean, or the vector of the first token. */
export type Pooling = 'mean' | 'cls'

export interface ModelTraits {
  readonly pooling: Pooling
  /** Put before a question. */
  readonly queryPrefix: string
  /** Put before a passage. */
  readonly passagePrefix: string
  /** Longest input the model was made for, special tokens included. */
  readonly maxTokens: number
}

const RETRIEVAL_INSTRUCTION = 'Represent this sentence for searching relevant passages: '

const mean512: ModelTraits = { pooling: 'mean', queryPrefix: '', passagePrefix: '', maxTokens: 512 }
const cls512: ModelTraits = { ...mean512, pooling: 'cls', queryPrefix: RETRIEVAL_INSTRUCTION }
const e5: ModelTraits = { ...mean512, queryPrefix: 'query: ', passagePrefix: 'passage: ' }

/** From the models' own cards. The key is the last part of the hub name, in lower case. */
const KNOWN: Readonly<Record<string, ModelTraits>> = {
  'all-minilm-l6-v2': { ...mean512, maxTokens: 256 },
  'pilcrow-minilm': { ...mean512, maxTokens: 256 },
  'all-minilm-l12-v2': { ...mean512, maxTokens: 128 },
  'all-mpnet-base-v2': { ...mean512, maxTokens: 384 },
  'bge-small-en-v1.5': cls512,
  'bge-base-en-v1.5': cls512,
  'gte-small': mean512,
  'gte-base': mean512,
  'e5-small': e5,
  'e5-small-v2': e5,
  'e5-base-v2': e5,
  'multilingual-e5-small': e5,
  'snowflake-arctic-embed-xs': cls512,
  'snowflake-arctic-embed-s': cls512,
  'snowflake-arctic-embed-m': cls512,
}

/** Traits of a model by hub name or folder name; `undefined` for one that is not in the table. */
export function knownTraits(name: string): ModelTraits | undefined {
  const key = name.split(/[/\\]/).findLast((part) => part !== '')
  return key === undefined ? undefined : KNOWN[key.toLowerCase()]
}
