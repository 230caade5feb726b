const SETTING = /^#?\s?([A-Z][A-Z0-9_]*)=/gm

/** Settings that the example lacks, and settings in it that the shop does not know. */
export function settingBreaches(known: string[], example: string): string[] {
  const shown = [...example.matchAll(SETTING)].map(([, name]) => name!)
  return [
    ...known.filter((name) => !shown.includes(name)).map((name) => `.env.example does not show ${name}`),
    ...shown
      .filter((name) => !known.includes(name))
      .map((name) => `.env.example shows ${name}, which nobody reads`),
    ...shown
      .filter((name, index) => shown.indexOf(name) < index)
      .map((name) => `.env.example shows ${name} twice`),
  ]
}
