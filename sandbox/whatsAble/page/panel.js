// The right side: the contact, the sandbox's clock, webhooks, requests, faults and settings.

FAULTS.unsuccessful = 'success: false with 200';

function showContact({ open }) {
	if (!open) return;
	const { labels, note, noteAutomation } = open;
	whenChanged('contact', { id: open.id, labels, note, noteAutomation }, () => {
		const chips = labels.map((label) => element('span', { text: label, class: 'chip', dir: 'auto' }));
		byId('contact-labels').replaceChildren(
			...(chips.length > 0 ? chips : [element('span', { text: 'No labels', class: 'note' })]),
		);
		byId('contact-note').textContent = note || '–';
		byId('contact-automation-note').textContent = noteAutomation || '–';
	});
}

function fillLines(id, items, make) {
	whenChanged(id, items, () => byId(id).replaceChildren(...items.map(make)));
	const empty = byId(`no-${id}`);
	if (empty) empty.hidden = items.length > 0;
}

function registrationLine({ id, source, url, incoming, outgoing, isSigned }) {
	const directions = incoming && outgoing ? 'in and out' : incoming ? 'in' : 'out';
	const remove = element('button', { text: 'Remove', title: 'As the dashboard can; an API key cannot' });
	remove.type = 'button';
	remove.addEventListener('click', () => act(() => quietly('DELETE', `webhooks/${id}`)));
	return element(
		'li',
		{},
		element('span', { text: url, class: 'address', title: url }),
		element('span', { text: `${directions}${isSigned ? ', signed' : ''}, by ${source}`, class: 'note' }),
		remove,
	);
}

function deliveryLine({ webhookId, type, url, at, status, tries, outcome }) {
	const again = element('button', { text: 'Resend' });
	again.type = 'button';
	again.disabled = status === 'waiting' || status === 'retrying';
	again.addEventListener('click', () =>
		act(() => quietly('POST', `webhooks/deliveries/${webhookId}/resend`)),
	);
	const count = tries === 1 ? '1 try' : `${tries} tries`;
	const result = [status, count, outcome].filter(Boolean).join(', ');
	return element(
		'li',
		{ class: 'flat', title: url },
		element('time', { text: clock(at) }),
		element(
			'span',
			{},
			element('span', { text: `${type}: ` }),
			element('span', { text: result, class: status }),
		),
		again,
	);
}

function requestLine({ at, method, path, status, fault }) {
	const kind = status === undefined ? 'retrying' : status < 400 ? 'delivered' : 'failed';
	return element(
		'li',
		{ class: 'flat' },
		element('time', { text: clock(at) }),
		element('span', { text: `${method} ${path}`, class: 'address', title: path }),
		element('span', { text: `${status ?? 'none'}${fault ? ` (${fault})` : ''}`, class: kind }),
	);
}

function faultLine({ kind, path, times, hits }) {
	const limit = times === undefined ? '' : ` of ${times}`;
	return element('li', { text: `${FAULTS[kind]}${path ? ` on ${path}` : ''}: hit ${hits}${limit}` });
}

let areSettingsShown = false;

function showSettings({ settings }) {
	if (areSettingsShown) return;
	areSettingsShown = true;
	const { elements } = document.forms['settings-form'];
	for (const [name, value] of Object.entries({ ...settings, ...settings.webhooks })) {
		if (elements[name]) elements[name].value = value;
	}
}

function showPanel(feed) {
	showContact(feed);
	byId('clock').textContent = new Date(feed.nowMs).toLocaleString([], {
		dateStyle: 'full',
		timeStyle: 'medium',
	});
	fillLines('registrations', feed.registrations, registrationLine);
	fillLines('deliveries', feed.deliveries, deliveryLine);
	fillLines('requests', feed.requests, requestLine);
	fillLines('faults', feed.faults, faultLine);
	showSettings(feed);
}

/** Calls a control whose outcome the page itself shows. */
async function quietly(method, path, body) {
	await call(method, path, body);
	await refresh();
	return '';
}

for (const button of document.querySelectorAll('[data-advance]')) {
	const advanceMs = Number(button.dataset.advance);
	button.addEventListener('click', () => act(() => quietly('POST', 'clock', { advanceMs })));
}

onSubmit('webhook-form', async ({ url, outgoing, signed }) => {
	const webhook = { url: url.value, outgoing: outgoing.checked, signed: signed.checked };
	const outcome = await quietly('POST', 'webhooks', webhook);
	url.value = '';
	return outcome;
});

const WEBHOOK_SETTINGS = ['secondRegistration', 'lastMessages', 'phoneNumber', 'timeUnit'];

onSubmit('settings-form', async (fields) => {
	await call('PATCH', 'settings', {
		closedWindow: fields.closedWindow.value,
		whatsAppRefusals: fields.whatsAppRefusals.value,
		webhooks: Object.fromEntries(WEBHOOK_SETTINGS.map((name) => [name, fields[name].value])),
	});
	return 'Settings applied';
});

offerFaults();
void offerValues();

byId('reset').addEventListener('click', () => {
	if (window.confirm('Delete all messages, changes and registrations?')) act(() => quietly('POST', 'reset'));
});
