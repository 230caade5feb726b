import type { TransferReport } from './import-transfers.ts'

/** What has happened, line by line, and what somebody has to look at. */
export function describe({ lines, outgoing, faults }: TransferReport, isDryRun: boolean): string {
  const sure = lines.filter(({ isDoubtful }) => !isDoubtful)
  const doubtful = lines.filter(({ isDoubtful }) => isDoubtful)
  return [
    isDryRun ? 'Nothing was written; an import would do this:' : 'Read:',
    ...sure.map(describeLine),
    ...(doubtful.length > 0 ? ['Kept for you to look at:', ...doubtful.map(describeLine)] : []),
    ...(faults.length > 0 ? ['Not read:', ...faults.map(describeLine)] : []),
    `${sure.length} transfers in order, ${doubtful.length} to look at, ${faults.length} not read, ${outgoing} went out.`,
  ].join('\n')
}

function describeLine({ line, sentence }: { line: number; sentence: string }): string {
  return `  line ${line}: ${sentence}`
}
