// The search field as a combobox: a list that opens while somebody types, walked by arrows, left by Escape.
const field = document.querySelector('[data-suggestions]')
const box = field && document.getElementById(field.dataset.suggestions)

if (box) {
  let active = -1
  const options = () => [...box.querySelectorAll('[role=option]')]

  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestion-list',
    'aria-expanded': 'false',
  }))
    field.setAttribute(name, value)

  const show = (isOpen) => {
    box.hidden = !isOpen
    field.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) activate(-1)
  }

  const activate = (index) => {
    active = index
    for (const [place, option] of options().entries())
      option.setAttribute('aria-selected', String(place === index))
    const chosen = options()[index]
    chosen?.scrollIntoView({ block: 'nearest' })
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id)
    else field.removeAttribute('aria-activedescendant')
  }

  const move = (step) => {
    const count = options().length
    if (count === 0) return
    if (box.hidden) show(true)
    // One place more than there are options: the field itself, with what was typed.
    activate(((active + 1 + step + count + 1) % (count + 1)) - 1)
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => show(false),
    Enter: () => location.assign(options()[active].dataset.address),
  }

  field.addEventListener('keydown', (event) => {
    const isForUs =
      event.key === 'Enter' ? active >= 0 : event.key === 'Escape' ? !box.hidden : event.key in keys
    if (!isForUs || event.isComposing) return
    event.preventDefault()
    keys[event.key]()
  })
  field.addEventListener('input', () => field.value.trim() === '' && show(false))
  field.addEventListener('blur', () => show(false))
  // The field keeps the focus: a pointer that goes down on the list would take it away.
  box.addEventListener('pointerdown', (event) => event.preventDefault())
  box.addEventListener('click', ({ target }) => {
    const option = target.closest('[role=option]')
    if (option) location.assign(option.dataset.address)
  })
  document.addEventListener('htmx:after:swap', () => {
    const isAsked = document.activeElement === field && field.value.trim() !== ''
    if (isAsked) {
      activate(-1)
      document.getElementById('status').textContent = box.firstElementChild?.dataset.status ?? ''
    }
    show(isAsked && options().length > 0)
  })
}
