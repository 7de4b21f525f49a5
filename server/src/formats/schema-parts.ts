import * as z from 'zod'

/** What entries of every kind are named by. */
export const id = z.string().regex(/^[a-zA-Z][\w]*(\.[a-zA-Z]\w*)*$/, 'pack/id')

/** Signs in a sentence, which may be marks alone. */
export const words = z.string().min(1).max(200)
