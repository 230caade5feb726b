const colours: Record<string, string> = {
  oat: '#dccfb8',
  moss: '#345b4e',
  clay: '#bd7f60',
  slate: '#7f95a5',
  chalk: '#f7f4ee',
  ink: '#363c42',
  oak: '#b98b5a',
}

const shapes: Record<string, string> = {
  mug: 'M340 560h240v220a60 60 0 0 1-60 60H400a60 60 0 0 1-60-60zM580 610a70 70 0 0 1 0 150v-34a38 38 0 0 0 0-82z',
  bowl: 'M280 620h400c0 130-80 220-200 220s-200-90-200-220z',
  lamp: 'M360 330h240l60 230H300zM465 560h30v250h90v30H375v-30h90z',
  jug: 'M400 480h150l-14 90c70 60 80 270-60 270h-30c-140 0-130-210-60-270z',
  plate: 'M220 720a260 70 0 1 0 520 0 260 70 0 1 0-520 0z',
  pendant: 'M474 0h12v420c110 20 170 110 180 220H294c10-110 70-200 180-220z',
  candlestick: 'M450 330h60v330h-60zM400 660h160v40H400zM440 700h80v100h90v40H350v-40h90z',
  cloth: 'M300 420h360v420H300z',
}

/** A stand-in for a picture, as SVG: `mug-oat` is a mug in the colour of oats; an unknown thing is a plate. */
export function drawing(name: string): string {
  const [shape = '', colour = ''] = name.split('-')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 1200" width="960" height="1200">
<path fill="#f1ebe1" d="M0 0h960v1200H0z"/><path fill="#e6ddcf" d="M0 800h960v400H0z"/>
<ellipse cx="500" cy="845" rx="230" ry="24" fill="#3b2a18" opacity=".18"/>
<path fill="${colours[colour] ?? colours.moss}" d="${shapes[shape] ?? shapes.plate}"/></svg>`
}
