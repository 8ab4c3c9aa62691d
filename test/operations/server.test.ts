import { afterEach, describe, expect, it } from 'vitest'
import { Metrics } from '../../src/operations/metrics.js'
import { serveOperations, type OperationsServer } from '../../src/operations/server.js'

let isConnected = true
let server: OperationsServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
  isConnected = true
})

async function get(path: string): Promise<{ status: number; text: string; type: string | null }> {
  const metrics = new Metrics({ cables: () => 54, paragraphs: () => 600, connected: () => isConnected })
  metrics.observe({ what: '/ask', outcome: 'answered', ms: 40, acknowledgedMs: 4 })
  metrics.observe({ what: '/ask', outcome: 'lost', ms: 3_000, acknowledgedMs: undefined })
  server = await serveOperations({ host: '127.0.0.1', port: 0, metrics, isHealthy: () => isConnected })
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
  return {
    status: response.status,
    text: await response.text(),
    type: response.headers.get('content-type'),
  }
}

describe('the metrics', () => {
  it('count by command and outcome, and how long it took', async () => {
    const { text, type } = await get('/metrics')
    expect(type).toMatch(/^text\/plain; version=/u)
    expect(text).toContain('pilcrow_interactions_total{what="/ask",outcome="answered"} 1')
    expect(text).toContain('pilcrow_interactions_total{what="/ask",outcome="lost"} 1')
    expect(text).toContain('pilcrow_acknowledge_seconds_count 1')
    expect(text).toContain('pilcrow_answer_seconds_bucket{le="0.05",what="/ask"} 1')
    expect(text).toContain('pilcrow_cables 54')
    expect(text).toContain('pilcrow_connected 1')
    expect(text).toContain('process_resident_memory_bytes')
  })
})

describe('the health check', () => {
  it('is good while Discord is connected', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
  })

  it('is bad while it is not', async () => {
    isConnected = false
    expect(await get('/healthz?verbose')).toMatchObject({ status: 503 })
  })
})

describe('the server', () => {
  it('knows nothing else', async () => {
    expect(await get('/')).toMatchObject({ status: 404 })
  })

  it('says which port it cannot have', async () => {
    await get('/healthz')
    const port = server?.port ?? 0
    const metrics = new Metrics({ cables: () => 0, paragraphs: () => 0, connected: () => true })
    await expect(
      serveOperations({ host: '127.0.0.1', port, metrics, isHealthy: () => true }),
    ).rejects.toThrow(`cannot be served on 127.0.0.1:${port} (EADDRINUSE)`)
  })
})
