// Script of the page. All content is set as text, never as markup: what was synced is not to be trusted.
'use strict';

const POLL_MS = 700;
const FAULTS = {
	rateLimited: '429, too many requests',
	serverError: '500, not carried out',
	timeout: 'no answer at all',
	lostAnswer: 'carried out, answer lost',
	slow: 'slow answer (3 s)',
	connectionReset: 'connection reset',
	htmlError: '502 with an HTML page',
};

const DELIVERY_CLASSES = { delivered: 'good', retrying: 'limited', failed: 'error' };

const byId = (id) => document.getElementById(id);

function element(name, options = {}, ...children) {
	const made = document.createElement(name);
	if (options.text !== undefined) made.textContent = options.text;
	if (options.class) made.className = options.class;
	if (options.title) made.title = options.title;
	made.append(...children);
	return made;
}

const clock = (time) => new Date(time).toLocaleTimeString([], { hourCycle: 'h23' });
const line = (text, kind = 'line') => element('span', { text, class: kind });

// What each list shows now, by row: rows that are new or have another stamp flash.
const shown = new Map();

function fill(listId, rows, make) {
	const before = shown.get(listId);
	const now = new Map();
	const list = byId(listId);
	const nodes = rows.map((row) => {
		const known = before?.get(row.key);
		if (known && known.stamp === row.stamp) {
			now.set(row.key, known);
			return known.node;
		}
		const node = make(row);
		if (before) node.classList.add('flash');
		now.set(row.key, { stamp: row.stamp, node });
		return node;
	});
	// Moving a node would restart its flash: only touch the list where it differs.
	nodes.forEach((node, index) => {
		if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
	});
	while (list.children.length > nodes.length) list.lastElementChild.remove();
	shown.set(listId, now);
	byId(`no-${listId}`).hidden = rows.length > 0;
}

function contactRow(contact) {
	const tags = contact.tags.map((tag) => line(tag, 'tag'));
	const fields = contact.customFields.map(({ name, value }) => line(`${name}: ${value}`));
	return element(
		'tr',
		{ title: contact.id },
		element('td', { text: contact.name || '(no name)' }),
		element('td', {}, line(contact.email ?? ''), line(contact.phone ?? '', 'line number')),
		element('td', {}, ...tags),
		element('td', {}, ...fields),
		element('td', { text: clock(contact.updated), class: 'time' }),
	);
}

function activityRow(activity) {
	const kind = activity.kind === 'task' ? (activity.completed ? 'Task, done' : 'Task') : 'Note';
	return element(
		'li',
		{ title: activity.key },
		line(kind, 'kind'),
		line(` ${activity.contact}, ${clock(activity.updated)}`, 'note'),
		line(activity.text),
	);
}

function statusClass(status) {
	if (status === 429) return 'limited';
	return status >= 200 && status < 400 ? 'good' : 'error';
}

function requestRow(request) {
	const status = request.status ?? (request.fault ? 'none' : 'open');
	const fault = request.fault ? [line(`fault: ${request.fault}`, 'line limited')] : [];
	return element(
		'tr',
		{},
		element('td', { text: clock(request.at), class: 'time' }),
		element('td', {}, line(`${request.method} ${request.path}`), ...fault),
		element('td', { text: String(status), class: `number ${statusClass(request.status)}` }),
		element('td', { text: String(request.durationMs ?? ''), class: 'number' }),
	);
}

function installRow(install) {
	return element('li', {}, line(install.place), line(`${install.app}, ${clock(install.at)}`, 'line note'));
}

function webhookRow(delivery) {
	const tries = delivery.tries === 1 ? '1 try' : `${delivery.tries} tries`;
	const outcome = [tries, delivery.outcome].filter(Boolean).join(', ');
	const again = element('button', { text: 'Resend', title: `Send ${delivery.key} once more` });
	again.disabled = delivery.open;
	again.addEventListener('click', () => resend(delivery.key));
	return element(
		'tr',
		{ title: delivery.key },
		element('td', { text: clock(delivery.at), class: 'time' }),
		element('td', {}, line(delivery.type), line(delivery.place, 'line note')),
		element('td', {}, line(delivery.status, DELIVERY_CLASSES[delivery.status]), line(outcome, 'line note')),
		element('td', {}, again),
	);
}

function showFaults(faults, settings) {
	const items = faults.map((fault) => {
		const chance = fault.probability === undefined ? '' : `, ${Math.round(fault.probability * 100)} %`;
		const times = fault.times === undefined ? '' : ` of ${fault.times}`;
		const path = fault.path ? ` on ${fault.path}` : '';
		return element('li', { text: `${FAULTS[fault.kind]}${path}${chance}: hit ${fault.hits}${times}` });
	});
	byId('faults').replaceChildren(...items);
	const active = [];
	if (faults.length > 0) active.push(`${faults.length} fault${faults.length > 1 ? 's' : ''} on`);
	if (settings.searchDelayMs > 0) active.push(`searches lag by ${settings.searchDelayMs} ms`);
	if (settings.latencyMs > 0) active.push(`answers take ${settings.latencyMs} ms`);
	byId('active').textContent = active.length > 0 ? `(${active.join(', ')})` : '';
}

function show(feed) {
	for (const [name, value] of Object.entries(feed.counters))
		byId(`count-${name}`).textContent = String(value);
	fill('contacts', feed.contacts, contactRow);
	fill('activities', feed.activities, activityRow);
	fill('requests', feed.requests, requestRow);
	fill('installs', feed.installs, installRow);
	fill('webhooks', feed.webhooks, webhookRow);
	showFaults(feed.faults, feed.settings);
}

async function call(method, path, body) {
	const response = await fetch(`/__sandbox/${path}`, {
		method,
		...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error([].concat(answer.message).join('; '));
	return answer;
}

let settingsShown = false;

async function poll() {
	const connection = byId('connection');
	try {
		const feed = await call('GET', 'feed');
		show(feed);
		if (!settingsShown) showSettings(feed.settings);
		settingsShown = true;
		connection.textContent = feed.url;
		connection.className = 'note';
	} catch {
		connection.textContent = 'The sandbox does not answer';
		connection.className = 'note lost';
	}
	setTimeout(poll, POLL_MS);
}

void poll();
