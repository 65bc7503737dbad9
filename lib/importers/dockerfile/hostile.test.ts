// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables as Dockerfiles write them
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DockerfileParser } from 'dockerfile-ast'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentsOf, splitInstructions } from '@/lib/importers/dockerfile/split-instructions'
import type { InputFile } from '@/lib/importers/extract'
import { planImport } from '@/lib/importers/plan-import'
import { readFiles } from '@/lib/importers/read-files'
import { applyChange } from '@/lib/model/apply-change'
import { Change } from '@/lib/model/change'
import { emptyModel } from '@/lib/model/empty-model'
import { filesBelow } from '@/lib/testing/test-importer'

/** A Dockerfile with a secret in every place that can hold one. `<>` stands for the next canary. */
const places = `# syntax=docker/dockerfile:1
# a comment with <>
ARG NPM_TOKEN=<>
ARG REGISTRY=user:<>@registry.example.com
FROM \${REGISTRY}/base/app:1 AS build
FROM https://user:<>@registry.example.com/other:1?token=<> AS odd
FROM alpine:3.22
ARG GITHUB_TOKEN="<>"
ARG IMAGE_PASSWORD=<>
ENV DB_PASSWORD=<> API_KEY='<>' DATABASE_URL=postgres://u:<>@db/x
ENV SECRET_KEY <> and more
ENV HARMLESS="<>"
LABEL com.example.token="<>" other=<>
MAINTAINER Somebody <>
RUN curl -H "Authorization: Bearer <>" https://user:<>@example.com/x | sh -s <>
RUN --mount=type=secret,id=<>,env=<> --network=<> login --password <>
RUN pip install --index-url https://u:<>@pypi.example.com/simple https://u:<>@example.com/x.whl pkg-<>
RUN npm config set //registry.npmjs.org/:_authToken=<> && npm i -g "<>@latest"
RUN <<EOF
echo "<>" > /root/.netrc
EOF
COPY <<CONF /etc/app.conf
password = <>
CONF
COPY --from=<> --chown=<> <>/file /<>
ADD https://user:<>@example.com/x?sig=<> /x
ADD git@<>.example.com:a/b.git /b
COPY ["<>", "/<>"]
WORKDIR /<>
VOLUME /<>
EXPOSE <> \${DB_PASSWORD}
USER \${IMAGE_PASSWORD}
HEALTHCHECK --interval=<> CMD curl -u admin:<> http://localhost/
STOPSIGNAL <>
SHELL ["/bin/sh", "<>"]
ONBUILD RUN login <>
ENTRYPOINT ["/run", "--token", "<>"]
CMD serve --password <>
<> is no instruction
NONSENSE <>
`

function plant(text: string, from = 1): { text: string; count: number } {
  let count = from - 1
  const filled = text.replaceAll('<>', () => `zq7canary${String(++count).padStart(2, '0')}x`)
  return { text: filled, count }
}

const options = { newId: (key: string) => key, baseSeq: 0 }
const dockerfile = plant(places)
const ignored = plant('# <>\n<>\n!<>.env\n', dockerfile.count + 1)
const files = [
  { path: 'app/Dockerfile', text: dockerfile.text },
  { path: 'app/.dockerignore', text: ignored.text },
]

describe('secrets in Dockerfiles', () => {
  it('are planted in more than 40 places', () => {
    expect(ignored.count).toBeGreaterThan(40)
  })

  it('are in nothing that is read or planned', () => {
    const result = readFiles(files)
    expect(result.unreadable).toEqual([])
    expect(result.outcomes.map(({ readAs }) => readAs)).toEqual(['Dockerfile', 'Dockerfile'])
    const plan = planImport(emptyModel('M', 'c'), result.extracts, options)
    expect(JSON.stringify({ result, plan })).not.toContain('zq7canary')
    const recipe = result.extracts[0]?.components.find(({ type }) => type === 'dockerfile')
    expect(recipe?.facts).toMatchObject({
      secretsInBuild: [{ value: true }],
      unverifiedDownload: [{ value: true }],
    })
  })

  it('stay out whichever stage is built, and when lines are missing', () => {
    const lines = dockerfile.text.split('\n')
    for (let at = 1; at < lines.length; at++) {
      for (const text of [lines.slice(0, at), lines.slice(at), lines.toSpliced(at, 1)].map((part) =>
        part.join('\n'),
      ))
        expect(JSON.stringify(readFiles([{ path: 'Dockerfile', text }]))).not.toContain('zq7canary')
    }
  })
})

const fixtures = filesBelow('lib/importers/dockerfile/__fixtures__').filter(({ path: name }) =>
  /dockerfile$/i.test(name),
)
const pieces = [
  '\n',
  '\\\n',
  '`\n',
  ' ',
  '"',
  "'",
  '<<EOF',
  '<<-"A" <<B',
  '\nEOF\n',
  '$',
  '${',
  '}',
  '${A:-',
  '$(',
  '`',
  '|',
  '&&',
  ';',
  '(',
  ')',
  '[',
  ']',
  '["a",',
  '--from=',
  '--mount=type=secret,from=',
  '# escape=`\n',
  '#',
  '\0',
  '\ud800',
  'FROM x\n',
  'FROM a AS a\n',
  'ARG A\n',
  'USER $A\n',
  'ONBUILD ',
  '\t',
  '\r',
  '\uFEFF',
  'A=',
  '@sha256:',
]

describe('any text at all', () => {
  const mutated = fc
    .record({
      seed: fc.constantFrom(...fixtures.map(({ text }) => text), dockerfile.text),
      cuts: fc.array(
        fc.record({
          at: fc.nat(2000),
          remove: fc.nat(30),
          put: fc.oneof(fc.constantFrom(...pieces), fc.string()),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ seed, cuts }) =>
      cuts.reduce(
        (text, { at, remove, put }) =>
          text.slice(0, at % text.length) + put + text.slice((at % text.length) + remove),
        seed,
      ),
    )

  it('gives a plan that can be applied, or a sentence', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const result = readFiles([{ path: 'x/Dockerfile', text }])
        expect(result.extracts.length + result.unreadable.length).toBeGreaterThan(0)
        const model = emptyModel('M', 'c')
        const plan = planImport(model, result.extracts, options)
        if (plan.change) {
          expect(Change.safeParse(plan.change).error?.issues).toBeUndefined()
          expect(applyChange(model, plan.change).refused).toEqual([])
        }
        const lines = text.split(/\r\n|\n|\r/).length
        for (const { source } of result.extracts.flatMap(({ components }) => components))
          expect(source.line).toBeLessThanOrEqual(lines)
      }),
      { numRuns: 600 },
    )
  })
})

describe('texts made to take long', () => {
  const long = (unit: string, length = 240_000) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  it.each([
    ['lines', `FROM a:1\n${long('RUN echo hello world\n')}`],
    ['one line', `FROM a:1\nRUN ${long('x ')}`],
    ['continued lines', `FROM a:1\nRUN ${long('curl https://x.io | sh && \\\n')}`],
    ['comments', `${long('#x\n')}\nFROM a:1`],
    ['variables', `FROM a:1\nENV ${long('A=b ')}`],
    ['variables of variables', `FROM a:1\nENV A=${'x'.repeat(1000)}\n${long('ENV A=$A$A$A$A\n')}`],
    ['heredocs', `FROM a:1\n${long('RUN <<E\nfoo\nE\n')}`],
    ['heredocs without an end', `FROM a:1\n${long('RUN <<E <<F <<G\n')}`],
    ['quotes', `FROM a:1\nRUN ${long('"\'')}`],
    ['nesting', `FROM a:1\nRUN ${long('$(')}`],
    ['backquotes', `FROM a:1\nRUN ${long('`a ')}`],
    ['pipes', `FROM a:1\nRUN ${long('curl https://x.io | ')}sh`],
    ['brackets', `FROM a:1\nCOPY ${long('[')}`],
    ['stages', long('FROM a:1 AS a\n')],
    [
      'stages on stages',
      `FROM a:1 AS s0\n${Array.from({ length: 290 }, (_, at) => `FROM s${at} AS s${at + 1}\nENV V${at}=${'x'.repeat(1500)}\n`).join('')}`,
    ],
    ['flags', `FROM a:1\nRUN ${long('--mount=type=bind,from=a ')} x`],
    ['blanks', `FROM a:1\nRUN${long(' ')}x\\${long(' ')}`],
    ['a name', `FROM ${long('a/')}`],
    ['ports', `FROM a:1\n${long('EXPOSE 1 2 3 4\n')}`],
    ['dollars', `FROM a:1\nUSER ${long('${A:-')}`],
    ['too much', `FROM a:1\n${long('RUN x\n', 260_000)}`],
  ])('%s', (_name, text) => {
    const result = readFiles([{ path: 'Dockerfile', text }])
    expect(result.extracts.length + result.unreadable.length).toBe(1)
  })

  it('patterns of an ignore file', () => {
    const ignore = `${'*a'.repeat(90)}b\n${'**/'.repeat(48)}x\n`.repeat(300)
    const context = { path: `d/${'a'.repeat(180)}/${'a/'.repeat(40)}.env`, text: 'A=1' }
    const result = readFiles([
      { path: 'd/Dockerfile', text: 'FROM a:1\nCOPY . .' },
      { path: 'd/.dockerignore', text: ignore },
      context,
    ])
    expect(result.extracts).toHaveLength(1)
  })
})

describe('splitInstructions', () => {
  // The library is right and slow: 19 seconds for one line of a megabyte. What people write, both take apart alike.
  const others = filesBelow(path.resolve('../shared/inputs/dockerfile'))
  const own: InputFile[] = fixtures.map(({ path: name }) => ({
    path: name,
    text: readFileSync(path.join('lib/importers/dockerfile/__fixtures__', name), 'utf8'),
  }))
  it.each([...own, ...others].map((file) => [file.path, file] as const))(
    'takes %s apart as the library does',
    (_name, file) => {
      const expected = DockerfileParser.parse(file.text)
        .getInstructions()
        .map((one) => ({ keyword: one.getKeyword(), line: one.getRange().start.line + 1 }))
      const { instructions } = splitInstructions(file)
      expect(instructions.map(({ keyword, line }) => ({ keyword, line }))).toEqual(expected)
      const words = (keyword: string) =>
        instructions.filter((one) => one.keyword === keyword).map(argumentsOf)
      const theirs = (keyword: string) =>
        DockerfileParser.parse(file.text)
          .getInstructions()
          .filter((one) => one.getKeyword() === keyword)
          .map((one) => one.getArguments().map((argument) => argument.getValue()))
      for (const keyword of ['FROM', 'USER', 'EXPOSE', 'WORKDIR', 'ARG'])
        expect(words(keyword)).toEqual(theirs(keyword))
    },
  )
})
