// Makes docs/ask.png: the bot over the sample archive is asked a question through the stand-in, the citation is opened,
// and both replies are drawn from the components that Discord would have got. Needs Chromium.
//   CHROMIUM=chromium node test/picture/ask.mjs [QUESTION]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
execFileSync(process.execPath, [join(root, 'src', 'launch.mjs'), '--build'], { stdio: ['ignore', 2, 2] })
const compiled = (path) => import(join(root, 'dist/src', path))
const { openApp } = await compiled('app.js')
const { readSettings } = await compiled('config.js')
const { readPaths } = await compiled('cables/read.js')
const { ingest } = await compiled('library/ingest.js')
const { readerView } = await compiled('reader-view.js')
const { Records } = await compiled('records/records.js')
const { aboutBot, servicesOf } = await compiled('services.js')
const { startBot } = await compiled('discord/client.js')
const { register } = await compiled('discord/register.js')
const { StandIn } = await compiled('playground/stand-in.js')

const QUESTION = process.argv[2] ?? 'How much was promised to Senator Falk?'
const WIDTH = 900

// Not every machine has a font with emoji.
const THUMB =
  '<svg viewBox="0 0 24 24"><path fill="#ffcc4d" d="M2 10h4v11H2zM8 21h9a3 3 0 0 0 2.9-2.2l1.9-6.4A2 2 0 0 0 19.9 10H14l1-5a2.5 2.5 0 0 0-4.7-1.6L8 10z"/></svg>'

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-picture-'))
const logger = pino({ level: 'silent' })
const settings = readSettings({ DATA_DIR: folder })
const app = await openApp(settings, logger, () => undefined)
const standIn = await StandIn.start({})
try {
  const outcomes = readPaths([join(root, 'samples', 'cables')])
  await ingest({ ...app, outcomes, onRefused: () => undefined })
  const { token, apiUrl } = standIn
  await register({ token, apiUrl })
  const corpus = { roles: [], status: () => ({ pending: 0, isBusy: false }) }
  const view = readerView(app, settings.sourceProtection)
  const services = servicesOf({ app, view, corpus, records: Records.inMemory(), about: aboutBot(settings) })
  const onLost = (reason) => {
    throw reason
  }
  const bot = await startBot({ token, apiUrl, logger, services, onLost })
  const answer = await standIn.user({ name: 'Ada' }).command('ask', { question: QUESTION })
  const opened = await answer.click(answer.buttons[0])
  const body = [answer, opened].map(({ message }) => messageHtml(message)).join('')
  await bot.stop()
  draw(page(body), join(root, 'docs', 'ask.png'))
} finally {
  await standIn.stop()
  await app.close()
  rmSync(folder, { recursive: true })
}

function draw(html, target) {
  const file = join(folder, 'page.html')
  writeFileSync(file, html)
  const chromium = (...args) =>
    execFileSync(
      process.env.CHROMIUM ?? 'chromium',
      ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'chromium')}`, ...args],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
  // The page writes its height into its title; the picture is made as high.
  const [, height = '600'] =
    /<title>(\d+)<\/title>/u.exec(chromium('--dump-dom', `--window-size=${WIDTH},600`, file)) ?? []
  chromium(`--screenshot=${target}`, `--window-size=${WIDTH},${height}`, '--hide-scrollbars', file)
}

function messageHtml({ components, flags }) {
  const note = (flags & 64) === 0 ? '' : '<div class="note">Only you can see this</div>'
  return `<div class="message">${components.map(componentHtml).join('')}${note}</div>`
}

function componentHtml(it) {
  const inner = () => it.components.map(componentHtml).join('')
  switch (it.type) {
    case 1:
      return `<div class="row">${inner()}</div>`
    case 2:
      return `<span class="button b${it.style}">${wordsHtml(it.label ?? it.emoji.name)}</span>`
    case 3:
      return `<div class="menu">${wordsHtml(it.placeholder)}</div>`
    case 9:
      return `<div class="section"><div>${inner()}</div>${componentHtml(it.accessory)}</div>`
    case 10:
      return `<div class="text">${it.content.split('\n').map(lineHtml).join('')}</div>`
    case 14:
      return '<hr>'
    case 17:
      return `<div class="card" style="border-left-color:#${it.accent_color.toString(16).padStart(6, '0')}">${inner()}</div>`
    default:
      throw new Error(`a component of type ${it.type} is not drawn`)
  }
}

/** As much of Discord's Markdown as the two replies have. */
function lineHtml(line) {
  const [, mark = '', words = ''] = /^(### |-# |> )?(.*)$/u.exec(line)
  const kind = { '### ': 'head', '-# ': 'small', '> ': 'quote' }[mark] ?? 'line'
  const html = wordsHtml(words)
    .replaceAll(/\*\*(.+?)\*\*/gu, '<b>$1</b>')
    .replaceAll(/\\([^\s\w])/gu, '$1')
  return `<div class="${kind}">${html === '' ? '&nbsp;' : html}</div>`
}

function wordsHtml(words) {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/👍|👎/gu, (thumb) => `<span class="thumb${thumb === '👎' ? ' down' : ''}">${THUMB}</span>`)
}

function page(body) {
  return `<!doctype html><meta charset="utf-8"><title></title><style>
* { box-sizing: border-box }
body { margin: 0; padding: 20px; background: #313338; color: #dbdee1; font: 15px/1.4 "gg sans", "Noto Sans", "DejaVu Sans", sans-serif; letter-spacing: -0.2px }
.message + .message { margin-top: 14px }
.card { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid #000; border-radius: 8px; padding: 14px 16px }
.card > * + * { margin-top: 8px }
.head { font-size: 19px; font-weight: bold; color: #f2f3f5 }
.small, .note { font-size: 12px; color: #949ba4 }
.note { margin: 4px 2px }
.quote { border-left: 4px solid #4e5058; padding-left: 10px; color: #f2f3f5 }
b { color: #fff }
hr { border: 0; border-top: 1px solid #3f4147; margin: 10px 0 }
.section { display: flex; gap: 16px; justify-content: space-between; align-items: flex-start }
.row { display: flex; gap: 8px; flex-wrap: wrap }
.button { padding: 6px 14px; border-radius: 4px; background: #4e5058; color: #fff; font-size: 14px; white-space: nowrap }
.b1 { background: #5865f2 }
.menu { border: 1px solid #1e1f22; background: #1e1f22; border-radius: 4px; padding: 8px 12px; color: #949ba4 }
.thumb svg { height: 15px; vertical-align: -2px }
.down svg { transform: rotate(180deg) }
</style><body>${body}<script>document.title = document.documentElement.getBoundingClientRect().height.toFixed(0)</script>`
}
