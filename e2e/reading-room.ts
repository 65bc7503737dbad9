/** A small system with something to say on every page: a privileged agent, two networks, a database. */
export const readingRoom = [
  {
    path: 'compose.yaml',
    text: `name: reading-room
services:
  web:
    image: nginx:1.27
    ports: ["8080:80"]
    networks: [front, back]
    depends_on: [db]
  db:
    image: postgres:16
    environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" }
    volumes: ["db-data:/var/lib/postgresql/data"]
    networks: [back]
  agent:
    image: example/agent
    privileged: true
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
    networks: [back]
networks: { front: , back: }
volumes: { db-data: }
`,
  },
]
