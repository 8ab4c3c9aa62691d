import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '@xenova/transformers'
import type { Logger } from 'pino'
import { UserError } from '../src/errors.js'
import { makeFolder } from '../src/make-folder.js'
import { cachedFolder } from './model-cache.js'

export interface HubModelRequest {
  /** As `Xenova/bge-small-en-v1.5`. */
  readonly name: string
  /** `onnx/model.onnx` or `onnx/model_quantized.onnx`. */
  readonly graphFile: string
  readonly cacheDir: string
  /** The setting that named the model: errors tell it. */
  readonly setting: string
  /** Address of the hub; the default is the one that `@xenova/transformers` knows. */
  readonly hubUrl?: string | undefined
  readonly logger?: Logger | undefined
}

/** Folder with the files of a hub model, fetched once. Throws a `UserError` when they cannot be had. */
export async function hubModelFolder(request: HubModelRequest): Promise<string> {
  const { name, graphFile, cacheDir, logger } = request
  const folderName = `${name.replace('/', '--')}-${graphFile.replace(/^onnx\/|\.onnx$/g, '')}`
  return cachedFolder(cacheDir, folderName, async (folder) => {
    logger?.info({ model: name }, 'fetching the model')
    const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', graphFile]
    for (const file of files) await fetchFile(request, file, join(folder, file))
  })
}

async function fetchFile(request: HubModelRequest, file: string, target: string): Promise<void> {
  const { name, hubUrl } = request
  const path = env.remotePathTemplate.replaceAll('{model}', name).replaceAll('{revision}', 'main')
  const url = new URL(path + file, hubUrl ?? env.remoteHost)
  const response = await fetch(url).catch((error: unknown) => {
    throw unavailable(request, url, describeNetworkError(error))
  })
  if (!response.ok || !response.body) throw unavailable(request, url, `it answered ${response.status}`)
  makeFolder(dirname(target))
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(target))
  } catch (error) {
    if (error instanceof TypeError) throw unavailable(request, url, describeNetworkError(error))
    throw error
  }
}

function unavailable({ name, setting }: HubModelRequest, url: URL, reason: string): UserError {
  return new UserError(
    `The model ${name} could not be fetched from ${url.host} (${reason}): check ${setting} and the network, or leave ${setting} empty.`,
  )
}

/** `fetch` hides the reason ("connection refused", "name not found") in the error's cause. */
function describeNetworkError(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return String(cause)
}
