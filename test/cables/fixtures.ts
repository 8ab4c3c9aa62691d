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
