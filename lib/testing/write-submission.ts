import type { Stride } from '@/lib/model/judgement'

/** One threat as an author has it in mind; `mitigation` may be left out. */
type Idea = { letter: Stride; component: string; text: string; mitigation?: string }

export const dockerIdeas: readonly Idea[] = [
  {
    letter: 'S',
    component: 'Docker Client',
    text: 'someone on the campus network answers in place of the engine and the developer hands over the login',
    mitigation: 'Verify the certificate of the other end on every call.',
  },
  {
    letter: 'T',
    component: 'Docker Image',
    text: 'a layer is exchanged on its way from the mirror, so the shop starts with foreign code inside',
    mitigation: 'Sign what you push and demand the signature when it is pulled.',
  },
  {
    letter: 'I',
    component: 'Docker Registry',
    text: 'the private registry lists its content to visitors, among it an image with the billing password',
  },
  {
    letter: 'D',
    component: 'Docker Host',
    text: 'one noisy container takes all memory and the machine kills its neighbours',
    mitigation: 'Give every container a ceiling.',
  },
  {
    letter: 'E',
    component: 'Docker Daemon',
    text: 'whoever may talk to the engine socket owns the machine beneath it',
  },
]

export const kubernetesIdeas: readonly Idea[] = [
  {
    letter: 'S',
    component: 'API server',
    text: 'a token that leaked from a laptop is accepted until it runs out months later',
    mitigation: 'Issue tokens that live for an hour.',
  },
  {
    letter: 'T',
    component: 'etcd',
    text: 'with write access to the store an intruder edits the desired state of the cluster',
  },
  {
    letter: 'R',
    component: 'Kubelet',
    text: 'commands run in a pod leave no line in any log that could name their author',
    mitigation: 'Switch the audit log on and ship it elsewhere.',
  },
  {
    letter: 'D',
    component: 'Scheduler',
    text: 'ten thousand pods that fit nowhere keep the queue busy for the rest of the day',
  },
  {
    letter: 'E',
    component: 'Worker node',
    text: 'a pod that mounts the root disk of its node rewrites the kubelet configuration',
  },
]

const categoryNames: Readonly<Record<Stride, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information Disclosure',
  D: 'Denial of Service',
  E: 'Elevation of Privilege',
}

/** How an author writes an item down: its lines, the first one with number `at` from 1. */
export type ItemStyle = { name: string; write(idea: Idea, at: number): string[] }

const whole = ({ text, mitigation }: Idea) =>
  `${text[0]?.toUpperCase()}${text.slice(1)}.${mitigation ? ` ${mitigation}` : ''}`
const name = ({ letter }: Idea) => categoryNames[letter]
const typos: Readonly<Record<Stride, string>> = {
  S: 'Spooling',
  T: 'Tempering',
  R: 'Repudation',
  I: 'Information Desclosure',
  D: 'Denial of Services (DoS)',
  E: 'Elevation of Priviledge',
}
const verbs: Readonly<Record<Stride, string>> = {
  S: 'spoofed',
  T: 'tampered with',
  R: 'repudiated',
  I: 'disclosed',
  D: 'denied',
  E: 'elevated',
}

export const itemStyles: readonly ItemStyle[] = [
  { name: 'number, name, colon', write: (idea, at) => [`${at}. ${name(idea)}: ${whole(idea)}`] },
  { name: 'number, bracket, hyphen', write: (idea, at) => [`${at}) ${name(idea)} - ${whole(idea)}`] },
  { name: 'bullet, em dash', write: (idea) => [`- ${name(idea)} — ${whole(idea)}`] },
  { name: 'star, comma', write: (idea) => [`* ${name(idea)}, ${whole(idea)}`] },
  { name: 'letter, full stop', write: (idea, at) => [`${'abcdef'[at - 1]}. ${name(idea)}. ${whole(idea)}`] },
  {
    name: 'capital letter, colon',
    write: (idea, at) => [`${'ABCDEF'[at - 1]}. ${name(idea)}: ${whole(idea)}`],
  },
  { name: 'glued number', write: (idea, at) => [`${at}.${name(idea)} ${whole(idea)}`] },
  { name: 'number and colon', write: (idea, at) => [`${at}: ${name(idea)}`, `   ${whole(idea)}`] },
  { name: 'bracketed number and tab', write: (idea, at) => [`(${at})\t${name(idea)}`, `\t${whole(idea)}`] },
  { name: 'round bullet', write: (idea) => [`• ${name(idea)}: ${whole(idea)}`] },
  { name: 'letter of the name', write: (idea) => [`${idea.letter} - ${whole(idea)}`] },
  { name: 'letter and name', write: (idea) => [`${idea.letter} - ${name(idea)} - ${whole(idea)}`] },
  { name: 'threat and number', write: (idea, at) => [`Threat ${at}: ${name(idea)}`, whole(idea)] },
  { name: 'own line', write: (idea) => [name(idea), whole(idea)] },
  { name: 'own line with colon and bullet', write: (idea) => [`${name(idea)}:`, `  - ${whole(idea)}`] },
  { name: 'bold', write: (idea, at) => [`${at}. **${name(idea)}**: ${whole(idea)}`] },
  { name: 'bold line', write: (idea) => [`**${name(idea)}**`, '', whole(idea)] },
  { name: 'Markdown heading', write: (idea) => [`### ${name(idea)}`, '', whole(idea)] },
  { name: 'heading with component', write: (idea) => [`### ${name(idea)} (${idea.component})`, whole(idea)] },
  { name: 'component in brackets', write: (idea) => [`- ${name(idea)} (${idea.component}): ${whole(idea)}`] },
  { name: 'component first', write: (idea) => [`- ${idea.component}: ${name(idea)}. ${whole(idea)}`] },
  {
    name: 'name, hyphen, component',
    write: (idea, at) => [`${at}. ${name(idea)} - ${idea.component}`, `   ${whole(idea)}`],
  },
  { name: 'name in brackets at the end', write: (idea, at) => [`${at}. ${whole(idea)} (${name(idea)})`] },
  {
    name: 'capitals at the end',
    write: (idea, at) => [`${at}. ${whole(idea)} - ${name(idea).toUpperCase()}`],
  },
  {
    name: 'pillar field',
    write: (idea, at) => [`${at}. ${idea.component}`, `   STRIDE Pillar: ${name(idea)}`, `   ${whole(idea)}`],
  },
  {
    name: 'labelled block',
    write: (idea) => [
      `Category: ${name(idea)}`,
      `Threat: ${idea.text}`,
      `Mitigation: ${idea.mitigation ?? 'Ask the owner first.'}`,
    ],
  },
  {
    name: 'potential threat block',
    write: (idea, at) => [
      `${at}. ${name(idea)}`,
      `   Potential Threat: ${idea.text}`,
      '   Risk: the shop stands still',
      `   Prevention: ${idea.mitigation ?? 'Ask the owner first.'}`,
    ],
  },
  {
    name: 'sub-bullets',
    write: (idea, at) => [
      `${at}. **${name(idea)} (${idea.letter}) - ${idea.component}:**`,
      `   - *Threat:* ${idea.text}`,
      `   - *Mitigation:* ${idea.mitigation ?? 'Ask the owner first.'}`,
    ],
  },
  { name: 'closing sentence', write: (idea, at) => [`${at}. ${whole(idea)} This would fit ${name(idea)}.`] },
  {
    name: 'bold verb',
    write: (idea, at) => [`${at}. The ${idea.component} could be **${verbs[idea.letter]}**: ${idea.text}.`],
  },
  { name: 'misspelt', write: (idea, at) => [`${at}. ${typos[idea.letter]}: ${whole(idea)}`] },
  { name: 'two columns of a table', write: (idea) => [`| ${name(idea)} | ${whole(idea)} |`] },
  { name: 'hard wraps', write: (idea, at) => wrap(`${at}. ${name(idea)} - ${whole(idea)}`, '') },
  { name: 'hanging indent', write: (idea, at) => wrap(`${at}. ${name(idea)}: ${whole(idea)}`, '     ') },
  { name: 'no marker at all', write: (idea) => [`${name(idea)}: ${whole(idea)}`] },
]

function wrap(text: string, indent: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length > 60) lines.push(indent + word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

export type HeadingStyle = { name: string; write(title: 'docker' | 'kubernetes' | 'findings'): string[] }

const titles = {
  docker: 'Docker Threat Modeling',
  kubernetes: 'Kubernetes Threat Modeling',
  findings: 'Docker-bench Run Results and Analysis',
}
const others = {
  docker: 'Docker Attack Surfaces:',
  kubernetes: 'Kubernetes Attack Surfaces:',
  findings: 'Docker-bench findings:',
}
const questions = {
  docker: 'Question 1: Docker STRIDE',
  kubernetes: 'Question 2: Kubernetes STRIDE',
  findings: 'Question 3: failed docker-bench checks',
}

export const headingStyles: readonly HeadingStyle[] = [
  { name: 'plain', write: (of) => [titles[of]] },
  { name: 'Markdown', write: (of) => [`## ${titles[of]}`] },
  { name: 'closed hashes', write: (of) => [`### ${titles[of]} ###`] },
  { name: 'box of hyphens', write: (of) => [`-- ${titles[of]} --`] },
  { name: 'stars', write: (of) => [`*** ${titles[of]} ***`] },
  { name: 'underlined', write: (of) => [titles[of], '='.repeat(titles[of].length)] },
  {
    name: 'box',
    write: (of) => [
      '+------------------------------+',
      `| ${titles[of]} |`,
      '+------------------------------+',
    ],
  },
  { name: 'renamed', write: (of) => [others[of]] },
  { name: 'questions', write: (of) => [questions[of]] },
  { name: 'misspelt', write: (of) => [titles[of].replace('Threat Modeling', 'Thread Modeling')] },
  { name: 'bold', write: (of) => [`**${titles[of]}**`] },
]

export type FindingStyle = { name: string; write(id: string, title: string, at: number): string[] }

export const findingStyles: readonly FindingStyle[] = [
  {
    name: 'status, number, title',
    write: (id, title) => [`[FAIL] ${id} ${title} (Scored)`, 'We set it in the engine file.'],
  },
  { name: 'small status', write: (id, title) => [`[Fail] ${id} - ${title}`] },
  { name: 'numbered status', write: (id, title, at) => [`${at}.[FAIL] ${id} ${title} (Automated)`] },
  { name: 'star and number', write: (id, title) => [`* ${id} ${title}`] },
  { name: 'error', write: (id, title) => [`Error ${id} ${title}`] },
  { name: 'fixed in brackets', write: (id, title) => [`Fixed [${id}]: ${title}`] },
  {
    name: 'list number before',
    write: (id, title, at) => [`${at}. ${id} ${title}`, '   Description: it was never set.'],
  },
  {
    name: 'Markdown heading',
    write: (id, title) => [`### ${id} - ${title}`, '', '**Rationale:** it keeps the rest safe.'],
  },
  { name: 'bold', write: (id, title) => [`**[FAIL] ${id}** ${title}`] },
  { name: 'arrow to a category', write: (id, title) => [`${id} ${title} --> Spoofing`] },
  { name: 'finding and number', write: (id, title, at) => [`Finding ${at}: ${id} ${title}`] },
  { name: 'number alone', write: (id) => [`- ${id}`] },
]
