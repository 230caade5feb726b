import { expect, test } from 'vitest'
import { strayTemplates, templateBreaches } from '../support/house/templates.ts'
import { made, readTree } from '../support/house/tree.ts'

const sources = readTree(['src'], '.ts')
const templates = readTree(['views'], '.eta')

test('every template names its inputs, escapes what it shows and keeps scripts and styles out', () => {
  expect(templateBreaches(templates)).toEqual([])
})

const inputs = '<% /* inputs: none */ %>\n'

test.each([
  ['<p>', 'its first line names its inputs'],
  ['<% /* inputs: */ %>\n<p>', 'its first line names its inputs'],
  [`${inputs}<%~ it.title %>`, '<%~ it.title %> is not escaped'],
  [`${inputs}<%~ t('basket.heading') %>`, "<%~ t('basket.heading') %> is not escaped"],
  [`${inputs}<style>p { color: red }</style>`, 'a style element: styles are in public/css'],
  [`${inputs}<p style="color: <%= it.colour %>">`, 'a style attribute: styles are in public/css'],
  [`${inputs}<script>go()</script>`, 'a script in the page: scripts are files'],
  [`${inputs}<script src="/a.js">go()</script>`, 'a script in the page: scripts are files'],
  [`${inputs}<script type="module"><%~ it.dataHtml %></script>`, 'a script in the page: scripts are files'],
  [`${inputs}<script type="application/ld+json">{}</script>`, 'a script in the page: scripts are files'],
  [`${inputs}<script type="application/ld+json" id="a"></script>`, 'a script in the page: scripts are files'],
  [`${inputs}<button onclick="go()">`, 'a handler in an attribute: handlers are in a file'],
  [`${inputs}<form hx-post="/basket">`, 'an htmx attribute without data-'],
  [`${inputs}<a data-hx-boost="true">`, 'hx-on or hx-boost: the one needs eval, the other loses the focus'],
  [
    `${inputs}<a data-hx-on:click="go()">`,
    'hx-on or hx-boost: the one needs eval, the other loses the focus',
  ],
  [`${inputs}<a data-hx-vals="js:{a: 1}">`, 'js: in an attribute, which needs eval'],
  [`${inputs}<a data-hx-trigger="click[a]">`, 'a condition in data-hx-trigger, which needs eval'],
  [`${inputs}<a href="javascript:go()">`, 'a javascript: address'],
  [`${inputs}<% if (page.isHtmx) { %><% } %>`, 'a template does not ask for htmx'],
])('it notices %j', (source, what) => {
  expect(templateBreaches(made({ 'views/basket/show.eta': source }))).toEqual([
    `views/basket/show.eta: ${what}`,
  ])
})

test('it notices a fragment that is long or has a layout', () => {
  const tree = made({
    'views/basket/_long.eta': inputs + '<p>\n'.repeat(60),
    'views/basket/_page.eta': `${inputs}<% layout('/layouts/shop', {}) %>`,
    'views/basket/long.eta': inputs + '<p>\n'.repeat(60),
  })
  expect(templateBreaches(tree)).toEqual([
    'views/basket/_long.eta: 61 lines, a fragment has at most 60',
    'views/basket/_page.eta: a fragment has no layout',
  ])
})

test('it lets templates do what they are for', () => {
  const source = `${inputs}<%~ include('/shared/_x', { y }) %><%~ it.body %><%~ it.product.descriptionHtml %>
    <script src="<%= asset('shop.js') %>" defer></script>
    <script type="application/ld+json"><%~ it.dataHtml %></script><form data-hx-post="/a" data-hx-trigger="change, submit">
    <hx-partial hx-target="#status" hx-swap="textContent">`
  const tree = made({
    'views/basket/show.eta': source,
    'views/layouts/mail.eta': `${inputs}<style>p { margin: 0 }</style><p style="color: black">`,
    'views/emails/order-text.eta': `${inputs}<%~ it.lines.join() %>`,
  })
  expect(templateBreaches(tree)).toEqual([])
})

test('every folder of views belongs to a module, and every template is shown by somebody', () => {
  expect(strayTemplates(templates, sources)).toEqual([])
})

test('it notices a folder without a module, an orphan, and a template that is not there', () => {
  const views = made({
    'views/basket/show.eta': `${inputs}<%~ include('/basket/_lines') %><%~ include('/basket/_gone') %>`,
    'views/basket/_lines.eta': inputs,
    'views/basket/_orphan.eta': `${inputs}<% /* include('/basket/_orphan') */ %>`,
    'views/gifts/show.eta': inputs,
  })
  const code = made({
    'src/basket/routes.ts': `res.page('basket/show', {}); res.status(422).fragment(\n'basket/_nowhere', {})`,
    'src/orders/routes.ts': `res.page('gifts/show') // res.page('basket/_orphan')`,
  })
  expect(strayTemplates(views, code)).toEqual([
    'views/gifts/: there is no module of that name',
    'views/basket/_orphan.eta: nobody shows or includes it',
    'src/basket/routes.ts: there is no views/basket/_nowhere.eta',
    'views/basket/show.eta: there is no views/basket/_gone.eta',
  ])
})
