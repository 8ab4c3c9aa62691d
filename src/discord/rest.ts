/** @module How requests go to Discord: which of them are sent again, and how soon. */
import { setTimeout as sleep } from 'node:timers/promises'
import { DefaultRestOptions, type RESTOptions } from 'discord.js'

/**
 * How long the client waits before it sends again what met an outage or a broken connection (ms). It sends a request four times
 * at most, and an interaction must be acknowledged within three seconds.
 */
const PAUSE_MS = 250

/** Codes of Node.js and undici for a connection that broke under a request. The client itself only knows the first. */
const BROKEN: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** @param apiUrl base address of the REST API, without a version */
export function restOptions(apiUrl: string): Pick<RESTOptions, 'api' | 'makeRequest'> {
  return { api: apiUrl, makeRequest: patiently }
}

const patiently: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    const response = await DefaultRestOptions.makeRequest(url, init)
    if (response.status >= 500) await sleep(PAUSE_MS)
    return response
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && BROKEN.has(error.code))) throw error
    await sleep(PAUSE_MS)
    // The client sends again what failed with this code.
    throw Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' })
  }
}
