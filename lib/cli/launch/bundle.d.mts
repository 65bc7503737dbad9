/** Bundles one of the server's threads, unless it is there already; gives the file. */
export function bundleWorker(name: 'parse' | 'coursework' | 'report'): Promise<string>
