import type { Localised } from './goods.ts'

/** Words for the same thing: whoever looks for one finds what is named by another. */
export const synonyms: Record<keyof Localised, string[][]> = {
  en: [
    ['mug', 'cup', 'beaker'],
    ['jug', 'pitcher', 'carafe'],
    ['cushion', 'pillow'],
    ['blanket', 'throw', 'plaid'],
    ['lamp', 'light'],
    ['notebook', 'journal'],
    ['plate', 'dish'],
    ['teapot', 'tea pot'],
    ['grey', 'gray'],
    ['colour', 'color'],
  ],
  de: [
    ['becher', 'tasse', 'haferl'],
    ['krug', 'kanne', 'karaffe'],
    ['kissen', 'polster'],
    ['decke', 'plaid', 'überwurf'],
    ['leuchte', 'lampe'],
    ['notizbuch', 'heft', 'tagebuch'],
    ['schale', 'schüssel'],
    ['schürze', 'kochschürze'],
  ],
}
