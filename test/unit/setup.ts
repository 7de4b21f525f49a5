import fc from 'fast-check'

// The same cases at every run, so that a red test means a changed program. `SEED=…` tries others, and `RUNS=…` more of them.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2021_0926) })
