// Headers of everything Next serves, files included. The content security policy carries a nonce: proxy.ts sets it.
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

// What a browser asks of documents only; a page loads twenty scripts, which need not repeat it.
const documents = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The optimiser is one more thing that takes requests from strangers, and there is nothing here to optimise.
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'pino', '@prisma/client', '@prisma/adapter-better-sqlite3'],
  // `npm test` checks types with the native compiler, which Next cannot call.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/((?!_next/static/).*)', headers: documents },
    // Asked for by every page, and the same until the next version.
    { source: '/icons/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=300' }] },
  ],
}
