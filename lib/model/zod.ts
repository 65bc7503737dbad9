import { z } from 'zod'

// zod 4 probes `new Function` on its first parse, which a strict CSP reports. Everything imports zod from here.
z.config({ jitless: true })

export { z }
