/**
 * The worst threats that an engineer would name for real Compose files, written down before any output was looked at.
 * `where` is a part of the element's id or of one of the group's; `ids` are the catalogue entries that say it.
 */
export const expectedThreats: Record<string, { worst: string; where: string; ids: string[] }[]> = {
  'portainer.yaml': [
    {
      worst: 'The engine socket is mounted: whoever owns the console owns the host.',
      where: 'service/portainer',
      ids: ['D-E-04'],
    },
    {
      worst: 'The management console is published on every interface.',
      where: 'service/portainer',
      ids: ['D-S-13'],
    },
    {
      worst: 'Sign-in to the console travels unencrypted on port 9000.',
      where: 'service/portainer',
      ids: ['D-I-10'],
    },
    { worst: 'Its process runs as root.', where: 'service/portainer', ids: ['D-E-01'] },
    { worst: 'A moving tag decides what runs with control over the host.', where: '', ids: ['D-T-10'] },
  ],
  'docker-bench-security.yml': [
    {
      worst: 'The engine socket is mounted; read-only does not matter to it.',
      where: 'service/docker-bench-security',
      ids: ['D-E-04'],
    },
    { worst: 'It sees every process of the host.', where: 'service/docker-bench-security', ids: ['D-E-09'] },
    { worst: 'Sensitive host paths such as /etc are readable from inside.', where: '', ids: ['D-I-07'] },
    { worst: 'Its process runs as root.', where: 'service/docker-bench-security', ids: ['D-E-01'] },
    { worst: 'Privileges can be gained inside.', where: 'service/docker-bench-security', ids: ['D-E-03'] },
  ],
  'voting-app.yml': [
    {
      worst: 'The database runs with the well-known password written into the file.',
      where: 'service/db',
      ids: ['X-S-03', 'D-I-01'],
    },
    { worst: 'A debugger listens in the container and is published.', where: 'result', ids: ['D-E-24'] },
    {
      worst: 'Redis takes commands from any neighbour without a password.',
      where: 'service/redis',
      ids: ['X-S-03'],
    },
    {
      worst: 'The source tree is mounted writable, so an intruder changes the code.',
      where: '',
      ids: ['D-T-21'],
    },
    { worst: 'Processes run as root.', where: 'service/', ids: ['D-E-01'] },
  ],
  'pihole-cloudflared.yaml': [
    { worst: 'NET_ADMIN lets it reshape the network.', where: 'service/pihole', ids: ['D-E-06'] },
    { worst: 'A DNS resolver is open on every interface.', where: '', ids: ['D-D-16'] },
    { worst: 'Host directories are mounted writable below /etc.', where: '', ids: ['D-T-21'] },
    { worst: 'Images float: "latest" and no tag at all.', where: '', ids: ['D-T-10'] },
    { worst: 'Processes run as root.', where: 'service/', ids: ['D-E-01'] },
  ],
  'elk.yaml': [
    {
      worst: 'Elasticsearch is published on every interface and may not ask who calls.',
      where: 'elasticsearch',
      ids: ['X-I-05'],
    },
    { worst: 'Kibana is published on every interface.', where: 'kibana', ids: ['D-S-13'] },
    { worst: 'Data travels unencrypted on the published ports.', where: '', ids: ['D-I-10'] },
    { worst: 'Old images with known flaws may be running.', where: '', ids: ['D-T-07'] },
    { worst: 'Processes run as root.', where: 'service/', ids: ['D-E-01'] },
  ],
  'nginx-flask-mongo.yaml': [
    { worst: 'MongoDB takes connections without a password.', where: 'service/mongo', ids: ['X-S-03'] },
    { worst: 'Untagged images: tomorrow something else runs.', where: '', ids: ['D-T-10'] },
    { worst: 'The source tree is mounted writable.', where: '', ids: ['D-T-21'] },
    { worst: 'Web traffic is unencrypted on port 80.', where: '', ids: ['D-I-10'] },
    { worst: 'Processes run as root.', where: 'service/', ids: ['D-E-01'] },
  ],
}
