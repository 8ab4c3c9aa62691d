/** @module Environment and `.env` -> checked settings. Every default stands here, and `.env.example` is tested against it. */
import { availableParallelism } from 'node:os'
import { config as loadDotenv } from 'dotenv'
import { z } from 'zod'
import { ID_SLOT } from './cables/cite/permalink.js'
import { UserError } from './errors.js'
import type { ProtectionScope } from './library/masking.js'

/** An unset variable and one set to nothing mean the same: the default. */
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional()

const httpUrl = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be an address such as http://127.0.0.1:8080` })

const milliseconds = (name: string, byDefault: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number of milliseconds from 100 to 100000` })
    .int()
    .min(100)
    .max(100_000)
    .default(byDefault)

const settingsSchema = z.object({
  DISCORD_TOKEN: optionalText,
  DISCORD_API_URL: httpUrl('DISCORD_API_URL').default('https://discord.com/api'),
  DATA_DIR: z.string().default('data'),
  EMBEDDING_MODEL: z.string().default('pilcrow-minilm'),
  EMBEDDING_PRECISION: z
    .enum(['fp32', 'int8'], { error: 'EMBEDDING_PRECISION must be fp32 or int8' })
    .default('int8'),
  EMBEDDING_THREADS: z.coerce
    .number({ error: 'EMBEDDING_THREADS must be a whole number from 1 to 64' })
    .int()
    .min(1)
    .max(64)
    .default(() => availableParallelism()),
  RERANK_MODEL: optionalText,
  // Ten times what a small model takes, so that some questions may wait for each other.
  RERANK_TIMEOUT_MS: milliseconds('RERANK_TIMEOUT_MS', 5_000),
  LLM_BASE_URL: httpUrl('LLM_BASE_URL').optional(),
  LLM_MODEL: optionalText,
  LLM_API_KEY: optionalText,
  LLM_TIMEOUT_MS: milliseconds('LLM_TIMEOUT_MS', 20_000),
  LLM_SOURCES: z
    .enum(['masked', 'shown'], { error: 'LLM_SOURCES must be masked or shown' })
    .default('masked'),
  SOURCE_PROTECTION: z
    .enum(['on', 'archive', 'off'], { error: 'SOURCE_PROTECTION must be on, archive or off' })
    .default('on'),
  KEEP_QUESTIONS: z.enum(['yes', 'no'], { error: 'KEEP_QUESTIONS must be yes or no' }).default('no'),
  CORPUS_ROLES: z
    .string()
    .regex(/^\d{1,20}(\s*,\s*\d{1,20})*$/u, {
      error: 'CORPUS_ROLES must be ids of roles with commas between them, such as 1234567890123456789',
    })
    .optional(),
  ALLOWED_GUILDS: z
    .string()
    .regex(/^\d{17,20}(\s*,\s*\d{17,20})*$/u, {
      error: 'ALLOWED_GUILDS must be ids of servers with commas between them, such as 1234567890123456789',
    })
    .optional(),
  METRICS_PORT: z.coerce
    .number({ error: 'METRICS_PORT must be a port from 1 to 65535' })
    .int()
    .min(1)
    .max(65_535)
    .optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  SOURCE_URL_TEMPLATE: httpUrl('SOURCE_URL_TEMPLATE')
    .refine((template) => template.includes(ID_SLOT), {
      error: `SOURCE_URL_TEMPLATE must hold ${ID_SLOT}, where the number of the cable goes`,
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
})

/** An OpenAI-compatible endpoint. */
export interface LanguageModelSettings {
  /** Up to where `/chat/completions` follows: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  /** Most local servers want none. */
  readonly apiKey: string | undefined
  /** From asking the model to its whole answer, in milliseconds. */
  readonly timeoutMs: number
  /** Whether it is sent shielded names where readers may see them; a model on this machine always is. */
  readonly seesSources: boolean
}

export interface Settings {
  /** Bot token of the Discord developer portal; `undefined` runs without Discord. */
  readonly discordToken: string | undefined
  /** Base address of the REST API, without a version. */
  readonly discordApiUrl: string
  /** Folder of the library: store, index, built models. */
  readonly dataDir: string
  /** Hub name, local folder, or a packaged one: `pilcrow-minilm`, `all-MiniLM-L6-v2`. */
  readonly embeddingModel: string
  readonly embeddingPrecision: 'fp32' | 'int8'
  /** Worker threads that embed. */
  readonly embeddingThreads: number
  /** A cross-encoder that looks at the best passages again: hub name or local folder. */
  readonly rerankModel: string | undefined
  /** How long it may take for one question, in milliseconds. */
  readonly rerankTimeoutMs: number
  /** Who writes answers in prose; `undefined`: answers are quotes. */
  readonly languageModel: LanguageModelSettings | undefined
  /** Whether readers see what cables ask to shield masked, where their server has not set otherwise. */
  readonly sourceProtection: boolean
  /** Whether a name is shielded in the cable that marks it, or in every cable; `undefined` where sources are not protected. */
  readonly protectionScope: ProtectionScope | undefined
  /** Whether the questions that people ask are kept. */
  readonly keepsQuestions: boolean
  /** Ids of the roles that may change the archive from Discord, beside the bot's owner. */
  readonly corpusRoles: readonly string[]
  /** Ids of the servers in which the bot works; everywhere when there are none. */
  readonly allowedServers: readonly string[]
  /** Where metrics and the health check are served; nowhere when `undefined`. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
  /** Address of a cable on the web with `{id}` for its number; `undefined` when the archive has none. */
  readonly sourceUrlTemplate: string | undefined
  readonly logLevel: string
}

/** The environment with `.env` of the working folder beneath it: what is set in the environment wins. */
export function readEnvironment(): Record<string, string | undefined> {
  const fromFile: Record<string, string> = {}
  loadDotenv({ processEnv: fromFile, quiet: true })
  return { ...fromFile, ...process.env }
}

/** @throws UserError that names the variable and what would be right. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).flatMap((name) => {
      const value = environment[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = issue?.path.join('.') ?? 'A setting'
    const message = issue?.message ?? 'has a wrong value'
    throw new UserError(message.startsWith(name) ? `${message}.` : `${name} has a wrong value: ${message}.`)
  }
  const values = parsed.data
  return {
    discordToken: values.DISCORD_TOKEN,
    discordApiUrl: values.DISCORD_API_URL,
    dataDir: values.DATA_DIR,
    embeddingModel: values.EMBEDDING_MODEL,
    embeddingPrecision: values.EMBEDDING_PRECISION,
    embeddingThreads: values.EMBEDDING_THREADS,
    rerankModel: values.RERANK_MODEL,
    rerankTimeoutMs: values.RERANK_TIMEOUT_MS,
    languageModel: languageModelOf(values),
    sourceProtection: values.SOURCE_PROTECTION !== 'off',
    protectionScope: scopeOf(values.SOURCE_PROTECTION),
    keepsQuestions: values.KEEP_QUESTIONS === 'yes',
    corpusRoles: values.CORPUS_ROLES?.split(/\s*,\s*/u) ?? [],
    allowedServers: values.ALLOWED_GUILDS?.split(/\s*,\s*/u) ?? [],
    metrics:
      values.METRICS_PORT === undefined
        ? undefined
        : { host: values.METRICS_HOST, port: values.METRICS_PORT },
    sourceUrlTemplate: values.SOURCE_URL_TEMPLATE,
    logLevel: values.LOG_LEVEL,
  }
}

function scopeOf(protection: 'on' | 'archive' | 'off'): ProtectionScope | undefined {
  if (protection === 'off') return undefined
  return protection === 'archive' ? 'archive' : 'cable'
}

function languageModelOf(values: z.infer<typeof settingsSchema>): LanguageModelSettings | undefined {
  const {
    LLM_BASE_URL: baseUrl,
    LLM_MODEL: model,
    LLM_API_KEY: apiKey,
    LLM_TIMEOUT_MS: timeoutMs,
    LLM_SOURCES: sources,
  } = values
  if (baseUrl === undefined && model === undefined) return undefined
  if (baseUrl === undefined)
    throw new UserError(
      'LLM_MODEL is set, so LLM_BASE_URL must be the address of its endpoint, such as http://127.0.0.1:11434/v1.',
    )
  if (model === undefined)
    throw new UserError(
      'LLM_BASE_URL is set, so LLM_MODEL must name a model of that endpoint, such as llama3.2.',
    )
  return {
    baseUrl: baseUrl.replace(/\/+$/, '').replace(/\/chat\/completions$/, ''),
    model,
    apiKey,
    timeoutMs,
    seesSources: sources === 'shown' || isOnThisMachine(baseUrl),
  }
}

function isOnThisMachine(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname)
}
