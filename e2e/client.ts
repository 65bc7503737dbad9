import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { Readable } from 'node:stream'
import { ownerState } from '@/e2e/owner'
import type { ImportPlan } from '@/lib/importers/import-plan'
import type { Edit } from '@/lib/model/change'
import type { ModelAnswer } from '@/lib/model/protocol'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

type Body = string | Uint8Array | Iterable<Uint8Array>

/** Undefined takes a header away that would be sent otherwise. */
type Sent = { headers?: Record<string, string | undefined>; body?: Body }

/**
 * Speaks HTTP to a server with exactly the headers that a test names, which no browser would allow. Without other
 * words it is the signed-in owner, sending JSON from one of our own pages. A body given in pieces goes out in chunks,
 * without a Content-Length.
 */
export class Client {
  constructor(
    readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** The owner that the setup project made. */
  static owner(origin: string): Client {
    const { cookies } = JSON.parse(readFileSync(ownerState, 'utf8')) as {
      cookies: { name: string; value: string }[]
    }
    return new Client(origin, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  }

  /**
   * Sends a request. A server that refuses a body may close the connection before all of it was written, and the answer
   * can get lost with it; then it is sent again, at most twice.
   */
  async send(method: string, path: string, { headers, body }: Sent = {}): Promise<Answer> {
    const isPieces = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)
    const sent: Sent = {
      ...(headers && { headers }),
      ...(body !== undefined && { body: isPieces ? [...body] : body }),
    }
    for (let tries = 2; ; tries--) {
      try {
        return await this.sendOnce(method, path, sent)
      } catch (error) {
        const isCut = ['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '')
        if (!isCut || tries === 0) throw error
      }
    }
  }

  private sendOnce(method: string, path: string, { headers = {}, body }: Sent): Promise<Answer> {
    const { hostname, port } = new URL(this.origin)
    const isWhole = typeof body === 'string' || body instanceof Uint8Array
    const sent: Record<string, string | undefined> = {
      cookie: this.cookie,
      ...(method !== 'GET' && { origin: this.origin, 'content-type': 'application/json' }),
      ...(isWhole && { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    }
    const named = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
    // Kept alive as a browser keeps it: a server that closes at once would take its answer with it.
    const agent = new Agent({ keepAlive: true })
    const sending = new Promise<Answer>((resolve, reject) => {
      const out = request({
        hostname,
        port,
        path,
        method,
        headers: named as OutgoingHttpHeaders,
        agent,
      })
      let isAnswered = false
      out.on('response', (answer) => {
        isAnswered = true
        const parts: Buffer[] = []
        const end = () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString('utf8'),
          })
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', end)
        answer.on('error', reject)
      })
      // A server that refuses a body answers before it has read it; sending the rest then fails, and may.
      out.on('error', (error) => !isAnswered && reject(error))
      if (body === undefined || isWhole) out.end(body)
      else Readable.from(body).pipe(out)
    })
    return sending.finally(() => agent.destroy())
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, body === undefined ? {} : { body: JSON.stringify(body) })
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text) as T
  }

  /** Makes an empty model; resolves to its id. */
  async createModel(name: string): Promise<string> {
    const { id } = await this.json<{ id: string }>('POST', '/api/models', { name, from: { kind: 'empty' } })
    return id
  }

  getModel(id: string): Promise<ModelAnswer> {
    return this.json('GET', `/api/models/${id}`)
  }

  plan(id: string, files: { path: string; text: string }[]): Promise<ImportPlan> {
    return this.json('POST', `/api/models/${id}/imports`, { files })
  }

  /** Plans an import of the files and commits it, as the button of the plan does. */
  async importFiles(id: string, files: { path: string; text: string }[]): Promise<ImportPlan> {
    const plan = await this.plan(id, files)
    if (!plan.change) throw new Error('There is nothing to import.')
    await this.save(id, plan.baseSeq, [plan.change])
    return plan
  }

  /** Applies edits on top of what the model is now. */
  async edit(id: string, edits: Edit[]): Promise<void> {
    const { seq } = await this.getModel(id)
    await this.save(id, seq, [{ id: randomUUID(), label: 'Edits of a test', atomic: true, edits }])
  }

  private async save(id: string, base: number, changes: unknown[]): Promise<void> {
    const answer = await this.json<{ refused: unknown[] }>('POST', `/api/models/${id}/changes`, {
      base,
      changes,
    })
    if (answer.refused.length > 0) throw new Error(JSON.stringify(answer.refused))
  }
}
