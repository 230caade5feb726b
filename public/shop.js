// What htmx leaves to the page: it says which part is busy, reads out what changed, and owns up to failures.
const { documentElement } = document
documentElement.classList.add('js')

function say(text) {
  document.getElementById('status').textContent = text
}

/** The page that would have come says why, where it is known. */
function fail({ detail: { ctx } }) {
  const failure = document.getElementById('failure')
  const page = new DOMParser().parseFromString(ctx?.text ?? '', 'text/html')
  failure.textContent = page.querySelector('[data-tells]')?.textContent ?? failure.dataset.otherwise
  failure.hidden = false
  say(failure.textContent)
}

/** A replaced part carries in `data-status` what a listener should hear about it. */
function readOut({ target }) {
  const replaced = target?.id && document.getElementById(target.id)
  if (replaced && replaced !== target && replaced.dataset.status) say(replaced.dataset.status)
}

document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
  document.getElementById('failure').hidden = true
  ctx.target?.setAttribute('aria-busy', 'true')
})
document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) =>
  ctx.target?.removeAttribute('aria-busy'),
)
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => readOut(ctx))
document.addEventListener('htmx:error', fail)
document.addEventListener('htmx:response:error', (event) => {
  if (event.detail.ctx.response.status !== 422) fail(event)
})

/** A tab remembers which products it has shown until it is closed; the shop itself keeps no cookie for that. */
async function showAgain(place) {
  const { seen: product, address } = place.dataset
  const seen = JSON.parse(sessionStorage.getItem('seen') ?? '[]').filter((slug) => slug !== product)
  sessionStorage.setItem('seen', JSON.stringify([product, ...seen.slice(0, 7)]))
  if (seen.length === 0) return
  const query = new URLSearchParams(seen.map((slug) => ['product', slug]))
  const answer = await fetch(`${address}?${query}`, { headers: { 'HX-Request': 'true' } })
  if (answer.ok) place.innerHTML = await answer.text()
}

const place = document.querySelector('[data-seen]')
if (place) showAgain(place).catch(() => {})
