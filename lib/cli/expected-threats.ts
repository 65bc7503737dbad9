/**
 * The worst threats that an engineer would name for real Compose files, written down before any output was looked at.
 * `where` is a part of the element's id or of one of the group's; `ids` are the catalogue entries that say it.
 */
export const expectedThreats: Record<string, { worst: string; where: string; ids: string[] }[]> = {
  'portainer.yaml': [
    { worst: 'The engine socket is mounted: whoever owns the console owns the host.', where: 'service/portainer', ids: [] },
    { worst: 'The management console is published on every interface.', where: 'port/portainer', ids: [] },
    { worst: 'Sign-in to the console travels unencrypted on port 9000.', where: 'port/portainer', ids: [] },
    { worst: 'Its process runs as root.', where: 'service/portainer', ids: [] },
    { worst: 'A moving tag decides what runs with control over the host.', where: 'image/', ids: [] },
  ],
  'docker-bench-security.yml': [
    { worst: 'The engine socket is mounted; read-only does not matter to it.', where: 'service/docker-bench-security', ids: [] },
    { worst: 'It sees every process of the host.', where: 'service/docker-bench-security', ids: [] },
    { worst: 'Sensitive host paths such as /etc are readable from inside.', where: 'bind/', ids: [] },
    { worst: 'Its process runs as root.', where: 'service/docker-bench-security', ids: [] },
    { worst: 'Privileges can be gained inside.', where: 'service/docker-bench-security', ids: [] },
  ],
  'voting-app.yml': [
    { worst: 'The database runs with the well-known password written into the file.', where: 'service/db', ids: [] },
    { worst: 'A debugger listens in the container and is published.', where: 'result', ids: [] },
    { worst: 'Redis takes commands from any neighbour without a password.', where: 'service/redis', ids: [] },
    { worst: 'The source tree is mounted writable, so an intruder changes the code.', where: '', ids: [] },
    { worst: 'Processes run as root.', where: 'service/', ids: [] },
  ],
  'pihole-cloudflared.yaml': [
    { worst: 'NET_ADMIN lets it reshape the network.', where: 'service/pihole', ids: [] },
    { worst: 'A DNS resolver is open on every interface.', where: 'port/', ids: [] },
    { worst: 'Host directories are mounted writable below /etc.', where: 'bind/', ids: [] },
    { worst: 'Images float: "latest" and no tag at all.', where: 'image/', ids: [] },
    { worst: 'Processes run as root.', where: 'service/', ids: [] },
  ],
  'elk.yaml': [
    { worst: 'Elasticsearch is published on every interface and may not ask who calls.', where: 'elasticsearch', ids: [] },
    { worst: 'Kibana is published on every interface.', where: 'kibana', ids: [] },
    { worst: 'Data travels unencrypted on the published ports.', where: '', ids: [] },
    { worst: 'Old images with known flaws may be running.', where: 'image/', ids: [] },
    { worst: 'Processes run as root.', where: 'service/', ids: [] },
  ],
  'nginx-flask-mongo.yaml': [
    { worst: 'MongoDB takes connections without a password.', where: 'service/mongo', ids: [] },
    { worst: 'Untagged images: tomorrow something else runs.', where: 'image/', ids: [] },
    { worst: 'The source tree is mounted writable.', where: '', ids: [] },
    { worst: 'Web traffic is unencrypted on port 80.', where: '', ids: [] },
    { worst: 'Processes run as root.', where: 'service/', ids: [] },
  ],
}
