/** A cable of invented posts and people, in the plain form of a message. */
export const MESSAGE = `VZCZCXRO0001
PP RUEHXX RUEHYY
DE RUEHQZ #0042/01 0631015
ZNY CCCCC ZZH
P 041015Z MAR 08
FM AMEMBASSY PORT LUMINA
TO RUEHC/SECSTATE WASHDC PRIORITY 0311
INFO RUEHZZ/AMEMBASSY NORTH VARDO 0017
RUEHNS/NSC WASHDC

C O N F I D E N T I A L SECTION 01 OF 02 PORT LUMINA 000042

SIPDIS

STATE FOR EUR/XX

E.O. 12958: DECL: 03/03/2018
TAGS: PREL PGOV EFIS
SUBJECT: THE HARBOR COUNCIL WANTS ITS LIGHTHOUSE
BACK

REF: A. 07 PORT LUMINA 917
     ¶B. NORTH VARDO 12 (NOTAL)

Classified By: Ambassador Ida Quill for reasons 1.4 (b) and (d).

¶1.  (C)  Summary:  The harbor council of Port Lumina asked for the
return of its lighthouse.  End summary.

A Lamp and Its Keepers
----------------------

¶2.  (C)  The keeper, Odo Brandt, told us that the lamp had been
sold in 2003 for 2.3 million lumes.  He asked that the buyer
return it and

PORT LUMINA 00000042  002 OF 002


named three reasons:

-- the lamp is old;

-- the harbor is
dark.

SIPDIS
¶3.  (C/NF)  Comment:  The council will vote on May 3.  End comment.
QUILL
`

/** Header and body of a message, as page and dump hold them. */
function parts(message: string, header?: string): [string, string] {
  const body = message.indexOf('C O N F')
  return [header ?? message.slice(0, body).trimEnd(), message.slice(body).trimEnd()]
}

/** The message as a page of a mirror. */
export function pageOf(message: string, note?: string): string {
  const escape = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/¶(\w)/g, "<a id='par$1' href='#par$1'>¶</a>$1")
      .replaceAll('PREL', "<a href='/tag/PREL_0.html'>PREL</a>")
      .replaceAll('\n', '&#x000A;')
  const [header, body] = parts(message, note)
  return `<?xml version='1.0' encoding='utf-8' ?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html><head><title>Cable Viewer</title></head><body>
<h3>Viewing cable 08PORTLUMINA42, THE HARBOR COUNCIL WANTS ITS LIGHTHOUSE BACK</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/x'>08PORTLUMINA42</a></td><td>2008-03-04 10:15</td><td>2011-01-01 00:00</td>
<td>CONFIDENTIAL</td><td>Embassy Port Lumina</td></tr>
</table>
<code><pre>${escape(header)}</pre></code>
<code><pre>${escape(body)}</pre></code>
</body></html>`
}

/** The messages as records of the dump, quotes escaped by a backslash or doubled. */
export function csvOf(messages: readonly string[], escape: '\\' | '"' = '\\', note?: string): string {
  const quoted = (field: string): string =>
    `"${(escape === '\\' ? field.replaceAll('\\', '\\\\') : field).replaceAll('"', `${escape}"`)}"`
  return messages
    .map((message, index) => {
      const fields = [
        '3/4/2008 10:15',
        '08PORTLUMINA42',
        'Embassy Port Lumina',
        'CONFIDENTIAL',
        '',
        ...parts(message, note),
      ]
      return `${[String(index + 1), ...fields].map(quoted).join(',')}\n`
    })
    .join('')
}
