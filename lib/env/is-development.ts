/** True in the development server; the bundler writes the answer into the code. */
export const isDevelopment = process.env.NODE_ENV === 'development'
