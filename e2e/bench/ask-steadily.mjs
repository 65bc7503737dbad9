import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

// Asks for one page at a steady pace, in a thread of its own, so that nothing of the benchmark's own work counts as
// waiting. Told to stop, it gives the milliseconds that each answer took.

const { url, headers, paceMs } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 20 })
const waits = []
let open = 0
let isOver = false

const timer = setInterval(() => {
  const start = performance.now()
  open++
  const done = () => {
    waits.push(performance.now() - start)
    open--
    if (isOver && open === 0) finish()
  }
  get(url, { agent, headers }, (answer) => answer.resume().on('end', done)).on('error', done)
}, paceMs)

parentPort.on('message', () => {
  clearInterval(timer)
  isOver = true
  if (open === 0) finish()
})

function finish() {
  agent.destroy()
  parentPort.postMessage(waits)
}
