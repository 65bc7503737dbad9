const STOP = new Set(
  'a an and are as at be been being but by can could do does for from had has have if in into is it its may might more most must no not of on or our out over should so some such than that the their them then there these they this those through to too under up use used user using very via was we were what when where which while who will with without would you your attacker attackers threat threats attack attacks security system also any all each other one like e.g etc because make made'.split(
    ' ',
  ),
)

// Words that mean the same here, each group under its first word. Stems, not words.
const GROUPS = [
  'log audit record trail trace logging',
  'exhaust overload overwhelm starv flood consum deplet hog drain',
  'imag layer',
  'registri repositori repo hub',
  'modifi alter chang tamper manipul',
  'malici evil backdoor trojan poison malwar rogu fals fake counterfeit',
  'credenti password token kei secret',
  'imperson pose pretend masquerad identiti spoof legitim',
  'root superus administr admin',
  'privileg right permiss',
  'escap breakout',
  'sniff eavesdrop intercept listen tap',
  'encrypt tl ssl',
  'limit quota bound cap',
  'memori ram oom',
  'host machin',
  'daemon dockerd engin',
  'deni repudi untrac',
  'disclos leak expos reveal',
  'signatur sign verif unsign',
  'pod workload',
  'api apiserv kube-apiserv',
  'vulner cve flaw patch outdat unpatch',
  'network traffic',
]
const MEANING = new Map(
  GROUPS.flatMap((group) => {
    const words = group.split(' ')
    return words.map((word) => [word, words[0] as string] as const)
  }),
)

/** The words of a text that carry meaning, as stems; words that mean the same give the same stem. */
export function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z][a-z0-9-]+/g) ?? []).flatMap((word) => {
    if (STOP.has(word)) return []
    const stem = stemOf(word)
    return stem.length < 2 ? [] : [MEANING.get(stem) ?? stem]
  })
}

/** A light stemmer for English: endings off, a final y as i. */
function stemOf(word: string): string {
  let stem = word.replace(/'s$/, '')
  for (const [ending, least] of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= least) {
      stem = stem.slice(0, -ending.length)
      break
    }
  }
  if (stem.length > 3 && /([bdfglmnprt])\1$/.test(stem)) stem = stem.slice(0, -1)
  return stem.replace(/y$/, 'i').replace(/e$/, '')
}

const ENDINGS: readonly (readonly [string, number])[] = [
  ['ications', 3],
  ['ication', 3],
  ['ations', 4],
  ['ation', 4],
  ['ional', 4],
  ['ingly', 4],
  ['ments', 4],
  ['ment', 4],
  ['ances', 4],
  ['ance', 4],
  ['ures', 4],
  ['ure', 4],
  ['ions', 4],
  ['ion', 4],
  ['ings', 3],
  ['ing', 3],
  ['edly', 3],
  ['ies', 2],
  ['ied', 2],
  ['ous', 4],
  ['ive', 4],
  ['ers', 4],
  ['er', 4],
  ['ed', 3],
  ['es', 3],
  ['ly', 3],
  ['s', 2],
]
