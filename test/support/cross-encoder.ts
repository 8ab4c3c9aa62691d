/** A tiny cross-encoder that a test builds: it scores a passage by how often the words of the question stand in it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GraphBuilder } from '../../embeddings/onnx/graph-builder.js'
import { DataType } from '../../embeddings/onnx/proto.js'

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']

/**
 * Files as `@xenova/transformers` loads them. The graph takes ids and types of the pair and counts, for every token of the
 * first text, the equal tokens of the second; tokens of the special ones count nothing.
 * @param words of the vocabulary, in lower case; all others are one unknown word
 * @param logits 1, or 2 (no, yes)
 */
export function writeCrossEncoder(folder: string, words: readonly string[], logits: 1 | 2 = 1): string {
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const json = (file: string, value: object) => {
    writeFileSync(join(folder, file), JSON.stringify(value))
  }
  json('config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    max_position_embeddings: 64,
  })
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    do_lower_case: true,
    model_max_length: 64,
  })
  json('tokenizer.json', tokenizer([...SPECIAL, ...words]))
  writeFileSync(join(folder, 'onnx/model.onnx'), overlapGraph(logits))
  return folder
}

function tokenizer(vocabulary: readonly string[]): object {
  const id = (token: string) => vocabulary.indexOf(token)
  const special = (token: string) => ({ SpecialToken: { id: token, type_id: 0 } })
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL.map((content) => ({
      id: id(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [
        special('[CLS]'),
        { Sequence: { id: 'A', type_id: 0 } },
        special('[SEP]'),
        { Sequence: { id: 'B', type_id: 1 } },
        { SpecialToken: { id: '[SEP]', type_id: 1 } },
      ],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((token) => [token, { id: token, ids: [id(token)], tokens: [token] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, at) => [token, at])),
    },
  }
}

function overlapGraph(logits: 1 | 2): Uint8Array {
  const graph = new GraphBuilder()
  const float = { attributes: { to: DataType.float } }
  const ids = graph.input('input_ids', DataType.int64, ['batch', 'sequence'])
  const types = graph.input('token_type_ids', DataType.int64, ['batch', 'sequence'])
  graph.input('attention_mask', DataType.int64, ['batch', 'sequence'])
  const special = graph.constant('special', [], BigInt64Array.of(BigInt(SPECIAL.length - 1)))
  const counts = graph.node('Cast', [graph.node('Greater', [ids, special])], float)
  const ofSecond = graph.node('Cast', [types], float)
  const first = graph.node('Mul', [graph.node('Sub', [graph.scalar(1), ofSecond]), counts])
  const second = graph.node('Mul', [ofSecond, counts])
  const equal = graph.node('Equal', [
    graph.node('Unsqueeze', [ids, graph.integers(2)]),
    graph.node('Unsqueeze', [ids, graph.integers(1)]),
  ])
  const pairs = graph.node('Mul', [
    graph.node('Cast', [equal], float),
    graph.node('Mul', [
      graph.node('Unsqueeze', [first, graph.integers(2)]),
      graph.node('Unsqueeze', [second, graph.integers(1)]),
    ]),
  ])
  const sum = graph.node('ReduceSum', [pairs, graph.integers(1, 2)], { attributes: { keepdims: 0 } })
  const score = graph.node('Unsqueeze', [sum, graph.integers(1)], logits === 1 ? { output: 'logits' } : {})
  // "No" is as likely as "yes" is not: minus the same.
  if (logits === 2)
    graph.node('Concat', [graph.node('Neg', [score]), score], { attributes: { axis: 1 }, output: 'logits' })
  graph.output('logits', DataType.float, ['batch', logits])
  return graph.encode('overlap')
}
