/** @module BibTeX entries set by a real LaTeX, where one is installed (Debian: texlive-latex-base). */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function isLatexInstalled(): boolean {
  return ['pdflatex', 'bibtex'].every(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
  )
}

interface Typeset {
  /** Complaints of LaTeX and BibTeX, a line each. */
  readonly complaints: readonly string[]
  /** The bibliography as BibTeX wrote it for LaTeX. */
  readonly bibliography: string
}

/** @param style `plain` needs no package; `plainnat` prints addresses, too */
export function typeset(entries: readonly string[], style: 'plain' | 'plainnat'): Typeset {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-latex-'))
  try {
    const packages = style === 'plain' ? '' : '\\usepackage{natbib}\\usepackage{url}'
    writeFileSync(join(folder, 'cables.bib'), entries.join('\n\n'))
    writeFileSync(
      join(folder, 'note.tex'),
      `\\documentclass{article}${packages}\\begin{document}\\nocite{*}\\bibliographystyle{${style}}\\bibliography{cables}\\end{document}`,
    )
    const latex = (): string => run(folder, 'pdflatex', ['-interaction=nonstopmode', 'note.tex'])
    latex()
    const bibtex = run(folder, 'bibtex', ['note'])
    const log = latex()
    const complaints = [...bibtex.split('\n'), ...log.split('\n')].filter((line) =>
      /^! |^Warning--|error message|Missing character|I was expecting|I'm skipping/u.test(line),
    )
    return { complaints, bibliography: readFileSync(join(folder, 'note.bbl'), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both programs say on stdout what was wrong, and end with a status other than 0. */
function run(folder: string, program: string, options: readonly string[]): string {
  try {
    return execFileSync(program, options, {
      cwd: folder,
      encoding: 'latin1',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}
