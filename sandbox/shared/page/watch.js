// What the pages that watch a sync have in common, on top of `basics.js`. A page then defines `show(feed)` and
// `showSettings(settings)`, and calls `watch()`.

const DELIVERY_CLASSES = { delivered: 'good', retrying: 'limited', failed: 'error' };

/** The time of day, or of another day its date. */
function clock(time) {
	const [at, now] = [new Date(time), new Date()];
	if (at.toDateString() === now.toDateString()) return at.toLocaleTimeString([], { hourCycle: 'h23' });
	const date = { month: 'short', day: 'numeric' };
	return at.getFullYear() === now.getFullYear()
		? at.toLocaleString([], { ...date, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
		: at.toLocaleDateString([], { ...date, year: 'numeric' });
}
/** Date and time. */
const day = (time) =>
	new Date(time).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
const LONG = 25;
/** A text that may be cut off is shown in full where the mouse is on it. */
const line = (text, kind = 'line') =>
	element('span', { text, class: kind, ...(text?.length > LONG ? { title: text } : {}) });

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

/** @param make the row of one */
function showContacts({ contacts, shownAtMost }, make) {
	fill('contacts', contacts, make);
	byId('no-contacts').textContent = byId('find').value.trim()
		? 'No contact has these words.'
		: 'No contacts.';
	byId('more-contacts').hidden = contacts.length < shownAtMost;
}

function fillCounters(counters) {
	for (const [name, value] of Object.entries(counters)) byId(`count-${name}`).textContent = String(value);
}

const KINDS = {
	note: 'Note',
	task: 'Task',
	message: 'Message',
	opportunity: 'Opportunity',
	appointment: 'Appointment',
	listing: 'Listing',
	submission: 'Submission',
};

/** @param open opens a form for it */
function activityRow(activity, open) {
	const { kind, time } = activity;
	const title = activity.completed ? `${KINDS[kind]}, done` : KINDS[kind];
	const edit = button('Edit', `Edit this ${kind} by hand`, () => open(activity));
	return element(
		'li',
		{ title: activity.key },
		element(
			'div',
			{},
			line(title, 'kind'),
			line(` ${[activity.contact, clock(activity.updated)].filter(Boolean).join(', ')}`, 'note'),
			line(time ? `${activity.text}, ${day(time)}` : activity.text),
		),
		activity.editable !== false && edit,
	);
}

function statusClass(status) {
	if (status === 429) return 'limited';
	return status >= 200 && status < 400 ? 'good' : 'error';
}

function requestRow(request) {
	const status = request.status ?? (request.fault ? 'none' : 'open');
	const fault = request.fault ? [line(`fault: ${request.fault}`, 'line limited')] : [];
	const refusal = request.refusal ? [line(request.refusal, 'line error')] : [];
	return element(
		'tr',
		{},
		element('td', { text: clock(request.at), class: 'time' }),
		element('td', {}, line(`${request.method} ${request.path}`), ...fault, ...refusal),
		element('td', { text: String(status), class: `number ${statusClass(request.status)}` }),
		element('td', { text: String(request.durationMs ?? ''), class: 'number' }),
	);
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
		element(
			'td',
			{},
			line(delivery.status, DELIVERY_CLASSES[delivery.status]),
			line(outcome, 'line note'),
			again,
		),
	);
}

/** @param further texts about what else is out of the ordinary */
function showFaults(faults, settings, further = []) {
	const items = faults.map((fault) => {
		const chance = fault.probability === undefined ? '' : `, ${Math.round(fault.probability * 100)} %`;
		const times = fault.times === undefined ? '' : ` of ${fault.times}`;
		const path = fault.path ? ` on ${fault.path}` : '';
		return element('li', { text: `${FAULTS[fault.kind]}${path}${chance}: hit ${fault.hits}${times}` });
	});
	byId('faults').replaceChildren(...items);
	const active = [];
	if (faults.length > 0) active.push(`${faults.length} fault${faults.length > 1 ? 's' : ''} on`);
	active.push(...further);
	if (settings.latencyMs > 0) active.push(`responses take ${settings.latencyMs} ms`);
	byId('active').textContent = active.length > 0 ? `(${active.join(', ')})` : '';
}

let settingsShown = false;

/** Shows what there is. */
async function refresh() {
	const connection = byId('connection');
	try {
		const feed = await call('GET', `feed?find=${encodeURIComponent(byId('find').value)}`);
		show(feed);
		if (!settingsShown) showSettings(feed.settings);
		settingsShown = true;
		connection.textContent = feed.url;
		connection.className = 'note';
	} catch {
		connection.textContent = 'The sandbox does not answer';
		connection.className = 'note lost';
	}
}

/** Shows what there is, again and again, and when a person looks for something. */
async function watch() {
	byId('find').addEventListener('input', () => void refresh());
	for (;;) {
		await refresh();
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

function resend(webhookId) {
	act(async () => {
		await call('POST', `webhooks/${webhookId}/resend`);
		return 'Webhook sent once more';
	});
}

/** Makes the form for faults, and the buttons that every page has, work. */
function offerControls() {
	offerFaults();
	onClick('expire-tokens', async () => {
		const { expired } = await call('POST', 'oauth/expire');
		return `${expired} access tokens expired`;
	});
	byId('reset').addEventListener('click', () => {
		if (!window.confirm('Delete everything that was added and changed, and start again with the first data?'))
			return;
		act(async () => {
			await call('POST', 'reset');
			return 'Everything is as it was at the start';
		});
	});
}
