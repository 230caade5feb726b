import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { diskMediaStore } from '../../src/media/index.ts'
import { uploadApp } from './upload-app.ts'

// The upload's app in a process of its own, which says where it listens and, when asked, how much memory it takes
// and took at most, and how
// long the processor has worked for it.
const server = uploadApp(diskMediaStore(process.argv[2]!)).listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const milliseconds = (userCPUTime + systemCPUTime) / 1_000
  process.send!({ now: process.memoryUsage.rss(), most: maxRSS * 1024, milliseconds })
})
process.send!({ port: (server.address() as AddressInfo).port })
