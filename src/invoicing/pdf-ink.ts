import type { Setting } from './pdf-sheet.ts'

/** The shop's colours on paper. */
export const ink = { text: '#1d2023', muted: '#565c61', line: '#d9d3c7', accent: '#0b5a4e' }

const text: Setting = { style: 'text', size: 9.25, colour: ink.text }
const strong: Setting = { ...text, style: 'strong' }

/** How everything on the paper is set; sizes in points. */
export const letters = {
  text,
  strong,
  brand: { ...text, style: 'display', size: 20, colour: ink.accent },
  title: { ...text, style: 'display', size: 21 },
  caption: { ...strong, size: 10.5 },
  figures: { ...text, align: 'end' },
  strongFigures: { ...strong, align: 'end' },
  total: { ...strong, size: 12, align: 'end' },
  label: { ...text, colour: ink.muted },
  columnName: { ...text, size: 8, colour: ink.muted },
  detail: { ...text, size: 8, colour: ink.muted },
  tiny: { ...text, size: 8, colour: ink.muted },
  foot: { ...text, size: 8 },
} satisfies Record<string, Setting>
