/** What somebody did in the demo shop before it opened: the first thing first, by the slugs of products. */
export interface DemoVisit {
  minutesAgo: number
  steps: { slug: string; kind: 'view' | 'basket' | 'purchase' }[]
}

/** Whoever looks at one of a list looks at others of it, mostly at its neighbours. */
const together = [
  'oat-mug dinner-plate small-plate breakfast-bowl pasta-bowl oval-platter linen-napkins tea-towels',
  'ink-teapot tea-bowl straight-mug milk-jug espresso-cup oat-mug salt-pot',
  'dome-lamp pillar-lamp reading-lamp bell-pendant paper-globe last-lamp',
  'turned-candlestick dinner-candles storm-lantern moon-jar bud-vase bottle-vase',
  'wool-blanket waffle-throw linen-cushion striped-cushion pleated-cushion reading-lamp',
  'picnic-blanket enamel-mug willow-basket storm-lantern bread-basket water-carafe',
  'bread-board wooden-spoons walnut-salad-bowl mixing-bowl linen-apron tea-towels bread-basket',
  'cloth-notebook sketchbook cedar-pencils turned-pen writing-set pencil-pot brass-ruler letter-tray',
  'terracotta-pot chalk-planter watering-can hand-trowel glass-vase floor-vase bud-vase',
  'seagrass-basket felt-basket oval-box stoneware-canister apple-crate peg-rail waffle-towel',
].map((slugs) => slugs.split(' '))

const VISITS = 1_500
const MINUTES = 60 * 24 * 60
const LONGEST = 6

/** Always the same, the oldest first. */
export function demoVisits(): DemoVisit[] {
  const chance = chances()
  return Array.from({ length: VISITS }, (_, number) => {
    const theme = together[Math.floor(chance() * together.length)]!
    const length = 2 + Math.floor(chance() * (LONGEST - 1))
    let at = Math.floor(chance() * theme.length)
    const steps: DemoVisit['steps'] = []
    for (let step = 0; step < length; step++) {
      steps.push({ slug: theme[at]!, kind: 'view' })
      if (chance() < 0.2) steps.push({ slug: theme[at]!, kind: chance() < 0.5 ? 'basket' : 'purchase' })
      at = (at + 1 + Math.floor(chance() * 2)) % theme.length
    }
    return { minutesAgo: Math.round(MINUTES * (1 - number / VISITS)) + 60, steps }
  })
}

/** Numbers from 0 to 1 that look like chance and are always the same. */
function chances(): () => number {
  let state = 20_260_901
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
