// What the back office adds where there is script: boxes that are chosen together, words that are not lost, and keys.

/** A list of which several are chosen: a box for all of them, and how many are chosen is read out. */
Alpine.data('choosing', () => ({
  init() {
    const form = this.$el
    const boxes = () => [...form.querySelectorAll('tbody input[type=checkbox]')]
    const all = form.querySelector('[data-all]')
    const count = () => {
      const chosen = boxes().filter((box) => box.checked).length
      all.checked = chosen === boxes().length
      all.indeterminate = chosen > 0 && !all.checked
      document.getElementById('status').textContent = form.dataset.chosen.replace('#', chosen)
    }
    all.closest('[hidden]').hidden = false
    form.addEventListener('change', ({ target }) => {
      if (target === all) for (const box of boxes()) box.checked = all.checked
      count()
    })
  },
}))

/** Whoever leaves a page with words that are not saved is asked whether that is meant. */
Alpine.data('typing', () => ({
  init() {
    let isTyped = false
    this.$el.addEventListener('input', () => {
      isTyped = true
    })
    this.$el.addEventListener('submit', () => {
      isTyped = false
    })
    window.addEventListener('beforeunload', (event) => {
      if (isTyped) event.preventDefault()
    })
  },
}))

/** A list whose lines can be dragged to their place; the buttons for up and down do the same. */
Alpine.data('dragging', () => ({
  init() {
    const list = this.$el
    const lineOf = (target) => [...list.children].find((line) => line.contains(target))
    let dragged
    list.previousElementSibling.hidden = list.children.length < 2
    for (const picture of list.querySelectorAll('.office-thumb')) picture.draggable = true
    list.addEventListener('dragstart', (event) => {
      dragged = lineOf(event.target)
      event.dataTransfer.effectAllowed = 'move'
    })
    list.addEventListener('dragover', (event) => {
      const over = lineOf(event.target)
      if (!dragged || !over) return
      event.preventDefault()
      for (const line of list.children) line.classList.toggle('is-target', line === over && line !== dragged)
    })
    list.addEventListener('dragend', () => {
      dragged = undefined
      for (const line of list.children) line.classList.remove('is-target')
    })
    list.addEventListener('drop', (event) => {
      const over = lineOf(event.target)
      if (!dragged || !over || over === dragged) return
      event.preventDefault()
      const form = dragged.querySelector('form')
      const place = document.createElement('input')
      Object.assign(place, { type: 'hidden', name: 'to', value: [...list.children].indexOf(over) })
      form.append(place)
      form.action = form.action.replace(/describe$/, 'move')
      form.submit()
    })
  },
}))

const WARNED_MS = 2 * 60_000

/** Staff are signed out after a while in which they ask for nothing; they are told before, and can stay. */
Alpine.data('staying', () => ({
  init() {
    const box = this.$el
    const wait = () => {
      box.hidden = true
      setTimeout(
        () => {
          box.hidden = false
          document.getElementById('status').textContent = box.querySelector('p').textContent
        },
        box.dataset.minutes * 60_000 - WARNED_MS,
      )
    }
    box.querySelector('button').addEventListener('click', async () => {
      const { ok } = await fetch(box.dataset.ask)
      if (ok) wait()
    })
    wait()
  },
}))

const OFF = 'keys-off'

/** Keys that lead somewhere, for as long as nobody types and nobody has put them off. */
Alpine.data('keys', () => ({
  init() {
    let isGoing = false
    const places = new Map(
      [...this.$el.querySelectorAll('[data-key]')].map((link) => [link.dataset.key, link]),
    )
    document.addEventListener('keydown', (event) => {
      const isTyping = event.target.closest('input, select, textarea, [contenteditable]')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return
      const wasGoing = isGoing
      isGoing = event.key === 'g'
      const search = document.querySelector('input[type=search]')
      if (wasGoing && places.has(event.key)) places.get(event.key).click()
      else if (event.key === '?') location.assign(this.$el.dataset.keys)
      else if (event.key === '/' && search) search.focus()
      else return
      event.preventDefault()
    })
  },
}))

/** The box by which somebody puts the keys off, in this browser. */
Alpine.data('switching', () => ({
  init() {
    const box = this.$el.querySelector('input')
    this.$el.hidden = false
    box.checked = !localStorage.getItem(OFF)
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(OFF)
      else localStorage.setItem(OFF, 'yes')
    })
  },
}))

Alpine.prefix('data-x-')
