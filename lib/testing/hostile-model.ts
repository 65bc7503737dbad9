import fc from 'fast-check'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

// For tests: names that try to become markup, on a small model of the test catalogue.

export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</svg><svg onload=alert(1)>',
  ']]><!--',
  "' onmouseover='alert(1)",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x&#62;',
  '"]\n  click n1 "javascript:alert(1)"',
  '%%{init: {"securityLevel": "loose"}}%%',
  '```\n# Heading\n[link](javascript:alert(1))',
  '````',
  '~~~',
  '`code` **bold** _it_ ~~no~~',
  '![image](https://evil.example/x.png)',
  '[link](https://evil.example "t")',
  '<https://evil.example>',
  'https://evil.example/a?b=c',
  'www.evil.example',
  'someone@evil.example',
  '| a | b |\n|---|---|',
  '# Heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  'end',
  'subgraph x',
  'graph TD; a-->b',
  '#quot;]; click n1 call alert()',
  '#60;b#62;',
  '<br/><br/>',
  '=HYPERLINK("https://evil.example")',
  '@SUM(1)',
  '$\\alpha$ $$x$$',
  ':smile: @someone #1 !1 ~label',
  '[^1]: note',
  '{{ 7*7 }} ${7*7} {% raw %}',
  'a‮gpj.exe',
  'emoji 👩‍👩‍👧 日本語 العربية é́',
  '\u{1F600}'.repeat(90),
  'x'.repeat(200),
  '\\',
  '&',
  '\uD800',
  '\uFFFE',
]

/** A nested model in which everything that has a name has this one. */
export function hostileModel(name: string): ThreatModel {
  const model = buildModel(
    [
      buildComponent('outer', 'zone', { name }),
      buildComponent('z', 'zone', { name, parentId: 'outer', zoneIds: ['outer'] }),
      buildComponent('z2', 'zone', { name }),
      buildComponent('a', 'box', { name, parentId: 'z', zoneIds: ['z', 'z2'] }),
      buildComponent('b', 'picture', { name }),
      buildComponent('c', 'outsider', { name, gone: true }),
    ],
    [
      { ...buildFlow('f1', 'call', 'c', 'a'), name },
      { ...buildFlow('f2', 'run', 'b', 'a'), both: true },
      buildFlow('f3', 'call', 'a', 'z'),
      buildFlow('f4', 'call', 'a', 'a'),
      buildFlow('f5', 'call', 'z2', 'outer'),
    ],
  )
  return { ...model, meta: { ...model.meta, name } }
}

export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileNames),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      '[',
      ']',
      '`',
      '#',
      ';',
      '&',
      '<',
      '>',
      '|',
      '-',
      '\n',
      '%',
      '*',
      '_',
      '1',
      '.',
      ' ',
    ),
    maxLength: 30,
  }),
)
