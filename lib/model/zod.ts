import type * as zod from 'zod'
import {
  array,
  boolean,
  config,
  discriminatedUnion,
  enum as enumOf,
  int,
  iso,
  lazy,
  literal,
  looseObject,
  null as nullOf,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown,
} from 'zod'

// zod 4 probes `new Function` on its first parse, which a strict CSP reports. Everything imports zod from here.
config({ jitless: true })

export { toJSONSchema } from 'zod'

/** What the project uses of zod, by name: its own namespace object would bring forty languages into every page. */
export const z = {
  array,
  boolean,
  discriminatedUnion,
  enum: enumOf,
  int,
  iso,
  lazy,
  literal,
  looseObject,
  null: nullOf,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown,
}

export declare namespace z {
  export type infer<T> = zod.infer<T>
  export type ZodType<Output = unknown, Input = unknown> = zod.ZodType<Output, Input>
  export type ZodError<T = unknown> = zod.ZodError<T>
  export namespace core {
    export type $ZodIssue = zod.core.$ZodIssue
  }
}
