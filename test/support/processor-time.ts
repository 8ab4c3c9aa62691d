/** Processor time of this process so far (ms): unlike the clock's, it does not grow while other processes run. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
