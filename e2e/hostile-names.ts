/** Names that would do something if anybody took them for markup, by what they aim at. */
export const payloads = {
  script: '<script>alert("script")</script>',
  image: '<img src=x onerror=alert("image")>',
  svg: '</text></svg><svg onload=alert("svg")>',
  address: 'javascript:alert("address")',
  link: '[press here](javascript:alert("link"))',
  picture: '![pixel](https://evil.example/pixel.png)',
  mermaid: 'a"]; click a call alert("mermaid")',
  directive: '%%{init: {"securityLevel": "loose"}}%%',
  quotes: '`code` "double" \'single\' | pipe \\ back',
  sheet: '=HYPERLINK("https://evil.example","press")',
} as const

const all = Object.values(payloads)

/** A project in which services, images, volumes, networks and hosts have these names; JSON is YAML. */
export function composeOfPayloads(): string {
  const services = all.map((name, index) => [
    name,
    {
      image: `${name}:${index}`,
      container_name: `c ${name}`,
      ports: [`${8000 + index}:80`],
      volumes: [{ type: 'volume', source: name, target: '/data' }],
      networks: [all[(index + 1) % all.length]],
      labels: { [name]: name },
      ...(index > 0 && { depends_on: [all[index - 1]] }),
    },
  ])
  return JSON.stringify({
    name: 'payloads',
    services: Object.fromEntries(services),
    volumes: Object.fromEntries(all.map((name) => [name, {}])),
    networks: Object.fromEntries(all.map((name) => [name, {}])),
  })
}
