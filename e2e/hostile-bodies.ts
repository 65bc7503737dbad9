export const MB = 1024 * 1024

/** So many megabytes of JSON text, a megabyte at a time: a string that never ends. */
export function* megabytes(count: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(MB, 'a')
  for (let sent = 0; sent < count; sent++) {
    if (sent === 0) yield Buffer.from('{"name":"')
    yield piece
  }
}

type Damaged = { name: string; body: string | Uint8Array; headers?: Record<string, string | undefined> }

/** Bodies that are no request of any route. */
export function damagedBodies(): Damaged[] {
  const deep = 100_000
  const json = '{"name":"Target","from":{"kind":"empty"},"files":[],"base":1,"changes":[]}'
  return [
    { name: 'an empty body', body: '' },
    { name: 'half an object', body: json.slice(0, 30) },
    { name: 'a NUL', body: '\0' },
    { name: 'a NUL in an object', body: json.replace('Target', 'a\0b') },
    {
      name: 'an escaped NUL in a name',
      body: '{"name":"a\\u0000b","password":"a\\u0000b","from":{"kind":"empty"}}',
    },
    { name: 'bytes that are no UTF-8', body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) },
    { name: 'a lone surrogate', body: '{"name":"\\ud800","extra":1}' },
    { name: 'null', body: 'null' },
    { name: 'a number', body: '1e400' },
    { name: 'a text', body: '"text"' },
    { name: 'an array', body: '[]' },
    {
      name: 'numbers for texts',
      body: '{"name":5,"password":{},"from":7,"files":"x","base":"1","changes":5}',
    },
    {
      name: 'arrays for objects',
      body: '{"name":[],"password":[],"from":[],"files":[[]],"base":[],"changes":[[]]}',
    },
    { name: '__proto__ as a key', body: json.replace('"name"', '"__proto__"') },
    {
      name: '__proto__ deep inside',
      body: '{"files":[{"path":"a","text":"b","x":{"__proto__":{"isAdmin":true}}}]}',
    },
    { name: 'an escaped __proto__', body: json.replace('"name"', '"\\u005f_proto__"') },
    { name: 'constructor as a key', body: '{"constructor":{"prototype":{"isAdmin":true}}}' },
    { name: '100,000 brackets', body: '['.repeat(deep) + ']'.repeat(deep) },
    { name: '100,000 open brackets', body: '['.repeat(deep) },
    { name: '100,000 objects in each other', body: `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}` },
    { name: '100,000 brackets as files', body: `{"files":${'['.repeat(deep)}${']'.repeat(deep)}}` },
    { name: 'text/plain', body: json, headers: { 'content-type': 'text/plain' } },
    { name: 'a form', body: 'name=Target', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { name: 'no content type', body: json, headers: { 'content-type': undefined } },
    {
      name: 'a damaged form of files',
      body: '--edge\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    },
    { name: 'a compressed body', body: json, headers: { 'content-encoding': 'gzip' } },
  ]
}

/** Small files that cost a careless reader minutes or gigabytes. */
export function bombs(): { name: string; text: string; isReadable?: true }[] {
  const laughs = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? 'x0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'
      : `x${level}: &x${level} [${Array(9)
          .fill(`*x${level - 1}`)
          .join(', ')}]`,
  )
  const merges = Array.from({ length: 25 }, (_, level) =>
    level === 0
      ? 'x-0: &x0 { a: 1 }'
      : `x-${level}: &x${level} { <<: [*x${level - 1}, *x${level - 1}], k${level}: *x${level - 1} }`,
  )
  return [
    {
      name: 'a billion laughs',
      text: `${laughs.join('\n')}\nservices: { web: { image: nginx, labels: *x11 } }\n`,
    },
    { name: 'a billion merges', text: `${merges.join('\n')}\nservices: { web: { <<: *x24 } }\n` },
    { name: 'a file that contains itself', text: 'services: &s { web: *s }\n' },
    { name: '500 complex keys', text: `services:\n  web:\n    ${'? '.repeat(500)}\n` },
    { name: '100,000 open brackets', text: `services: ${'['.repeat(100_000)}` },
    { name: '100,000 brackets', text: `services: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n` },
    {
      name: '5,000 levels of indentation',
      text: `services:\n${Array.from({ length: 5000 }, (_, n) => `${' '.repeat(n + 1)}a:\n`).join('')}`,
    },
    { name: '5,000 dashes', text: `services: \n${'- '.repeat(5000)}x\n` },
    {
      isReadable: true,
      name: 'a variable in a variable 10,000 times',
      text: `services: { web: { image: "${'${A:-'.repeat(10_000)}x${'}'.repeat(10_000)}" } }\n`,
    },
    { name: 'services that extend each other', text: 'services: { a: { extends: b }, b: { extends: a } }\n' },
  ]
}
