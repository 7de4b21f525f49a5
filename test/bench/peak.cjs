// Loaded before a command: says at its end how much memory it took at most, in KB, in the file named by PEAK.
const fs = require('node:fs')
const { isMainThread } = require('node:worker_threads')

if (isMainThread) process.on('exit', () => fs.writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)))
