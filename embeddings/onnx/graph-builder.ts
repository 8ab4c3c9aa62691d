import {
  AttributeType,
  encodeModel,
  type AttributeProto,
  DataType,
  type Dimension,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from './proto.js'

/** Newest operator set that the ONNX Runtime 1.14 of `@xenova/transformers` takes and that has LayerNormalization. */
const STANDARD_OPSET = 17
const IR_VERSION = 8

/** Operators that ONNX Runtime adds to the standard ones. */
export const CONTRIB = 'com.microsoft'

type TensorData = Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array
type AttributeValue = number | string | readonly number[] | { readonly float: number }

interface NodeOptions {
  readonly domain?: string
  /** A bare number or list is written as integers; `{ float }` as a float. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>
  /** Name of the value that the node gives; made up when left out. */
  readonly output?: string
  /** Further outputs, named `<first output>.<name>`. */
  readonly more?: readonly string[]
}

/** Collects an ONNX graph; every method returns the name of the value that it adds. */
export class GraphBuilder {
  readonly #nodes: NodeProto[] = []
  readonly #initializers = new Map<string, TensorProto>()
  readonly #inputs: ValueInfoProto[] = []
  readonly #outputs: ValueInfoProto[] = []

  input(name: string, elemType: DataType, dims: readonly (number | string)[]): string {
    this.#inputs.push(valueInfo(name, elemType, dims))
    return name
  }

  output(name: string, elemType: DataType, dims: readonly (number | string)[]): void {
    this.#outputs.push(valueInfo(name, elemType, dims))
  }

  /** A constant; `data` is row-major. */
  constant(name: string, dims: readonly number[], data: TensorData): string {
    if (this.#initializers.has(name)) throw new Error(`constant ${name} defined twice`)
    this.#initializers.set(name, {
      name,
      dims: [...dims],
      dataType: dataTypeOf(data),
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    })
    return name
  }

  /** A constant scalar of 32-bit float, shared by value. */
  scalar(value: number): string {
    const name = `scalar_${value}`
    return this.#initializers.has(name) ? name : this.constant(name, [], Float32Array.of(value))
  }

  /** A constant list of 64-bit integers, shared by value (axes, shapes, indices). */
  integers(...values: number[]): string {
    const name = `integers_${values.join('_')}`
    return this.#initializers.has(name)
      ? name
      : this.constant(name, [values.length], BigInt64Array.from(values, BigInt))
  }

  node(opType: string, input: readonly string[], options: NodeOptions = {}): string {
    const name = `${opType}_${this.#nodes.length}`
    const output = options.output ?? `${name}_out`
    this.#nodes.push({
      input: [...input],
      output: [output, ...(options.more ?? []).map((suffix) => `${output}.${suffix}`)],
      name,
      opType,
      domain: options.domain ?? '',
      attribute: Object.entries(options.attributes ?? {}).map(([key, value]) => attribute(key, value)),
    })
    return output
  }

  /** The bytes of the `.onnx` file. */
  encode(graphName: string): Uint8Array {
    return encodeModel({
      irVersion: IR_VERSION,
      producerName: 'pilcrow',
      opsetImport: [
        { domain: '', version: STANDARD_OPSET },
        { domain: CONTRIB, version: 1 },
      ],
      graph: {
        name: graphName,
        node: this.#nodes,
        initializer: [...this.#initializers.values()],
        input: this.#inputs,
        output: this.#outputs,
      },
    })
  }
}

function valueInfo(name: string, elemType: DataType, dims: readonly (number | string)[]): ValueInfoProto {
  const dim = dims.map((size): Dimension =>
    typeof size === 'number' ? { dimValue: size } : { dimParam: size },
  )
  return { name, type: { tensorType: { elemType, shape: { dim } } } }
}

function dataTypeOf(data: TensorData): DataType {
  if (data instanceof Float32Array) return DataType.float
  if (data instanceof Uint8Array) return DataType.uint8
  if (data instanceof Int8Array) return DataType.int8
  if (data instanceof Int32Array) return DataType.int32
  return DataType.int64
}

function attribute(name: string, value: AttributeValue): AttributeProto {
  if (typeof value === 'number') return { name, type: AttributeType.int, i: value }
  if (typeof value === 'string') return { name, type: AttributeType.string, s: Buffer.from(value) }
  if ('float' in value) return { name, type: AttributeType.float, f: value.float }
  return { name, type: AttributeType.ints, ints: [...value] }
}
