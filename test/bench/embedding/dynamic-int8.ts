import { GraphBuilder } from '../../../embeddings/onnx/graph-builder.js'
import { quantizeColumns } from '../../../embeddings/onnx/quantize.js'
import { DataType } from '../../../embeddings/onnx/proto.js'

/**
 * Writes every product with constant weights as the usual tools for "dynamic quantisation" do: the input is brought to 8 bits with one scale,
 * the weights have one for every column.
 */
export class DynamicInt8Builder extends GraphBuilder {
  readonly #matrices = new Map<string, { dims: readonly number[]; data: Float32Array }>()

  override constant(...[name, dims, data]: Parameters<GraphBuilder['constant']>): string {
    const isWeight = name.endsWith('.weight') && data instanceof Float32Array
    if (!isWeight) return super.constant(name, dims, data)
    this.#matrices.set(name, { dims, data })
    return name
  }

  override node(...[opType, input, options]: Parameters<GraphBuilder['node']>): string {
    const [activation = '', weight = ''] = input
    const matrix = opType === 'MatMul' ? this.#matrices.get(weight) : undefined
    if (!matrix) return super.node(opType, input, options)
    const [rows = 0, columns = 0] = matrix.dims
    const { values, scales } = quantizeColumns(matrix.data, rows, columns, 8)
    const quantized = super.node('DynamicQuantizeLinear', [activation], { more: ['scale', 'zero_point'] })
    const product = super.node('MatMulInteger', [
      quantized,
      super.constant(`${weight}.int8`, matrix.dims, values),
      `${quantized}.zero_point`,
    ])
    const floats = super.node('Cast', [product], { attributes: { to: DataType.float } })
    return super.node('Mul', [
      floats,
      super.node('Mul', [`${quantized}.scale`, super.constant(`${weight}.scales`, [columns], scales)]),
    ])
  }
}
