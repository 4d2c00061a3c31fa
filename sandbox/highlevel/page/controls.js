// What a person does on the page: the forms and buttons.

const WEBHOOK_SWITCHES = ['duplicates', 'outOfOrder', 'bareTasks', 'legacySignature'];

function showSettings(settings) {
	const { elements } = byId('settings-form');
	elements.searchDelayMs.value = settings.searchDelayMs;
	elements.latencyMs.value = settings.latencyMs;
	elements.max.value = settings.rateLimit.max;
	elements.window.value = settings.rateLimit.window;
	elements.allowDuplicateContact.checked = settings.allowDuplicateContact;
	showAppSettings(settings);
}

function showAppSettings({ accessTokenLifetimeS, refreshGraceMs, webhooks }) {
	const { elements } = byId('app-form');
	elements.accessTokenLifetimeS.value = accessTokenLifetimeS;
	elements.refreshGraceMs.value = refreshGraceMs;
	elements.url.value = webhooks.url ?? '';
	elements.baseDelayMs.value = webhooks.baseDelayMs;
	for (const name of WEBHOOK_SWITCHES) elements[name].checked = webhooks[name];
	for (const option of elements.events.options) option.selected = webhooks.events.includes(option.value);
}

/** Runs a control's action and says how it went. */
function act(action) {
	action().then(
		(text) => (byId('outcome').textContent = text),
		(error) => (byId('outcome').textContent = `Refused: ${error.message}`),
	);
}

function onSubmit(formId, action) {
	byId(formId).addEventListener('submit', (event) => {
		event.preventDefault();
		act(() => action(event.target.elements));
	});
}

onSubmit('fault-form', async ({ kind, path, chance, times }) => {
	const probability = Number(chance.value) / 100;
	await call('POST', 'faults', {
		kind: kind.value,
		// What is typed is looked for as it is, not as a regular expression.
		...(path.value ? { path: path.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } : {}),
		...(probability < 1 ? { probability } : {}),
		...(times.value ? { times: Number(times.value) } : {}),
		...(kind.value === 'slow' ? { delayMs: 3000 } : {}),
	});
	return 'Fault added';
});

onSubmit('settings-form', async (fields) => {
	await call('PATCH', 'settings', {
		searchDelayMs: Number(fields.searchDelayMs.value),
		latencyMs: Number(fields.latencyMs.value),
		allowDuplicateContact: fields.allowDuplicateContact.checked,
		rateLimit: { max: Number(fields.max.value), window: fields.window.value },
	});
	return 'Settings applied';
});

onSubmit('app-form', async (fields) => {
	await call('PATCH', 'settings', {
		accessTokenLifetimeS: Number(fields.accessTokenLifetimeS.value),
		refreshGraceMs: Number(fields.refreshGraceMs.value),
		webhooks: {
			url: fields.url.value || null,
			events: [...fields.events.selectedOptions].map(({ value }) => value),
			baseDelayMs: Number(fields.baseDelayMs.value),
			...Object.fromEntries(WEBHOOK_SWITCHES.map((name) => [name, fields[name].checked])),
		},
	});
	return 'Settings applied';
});

byId('expire-tokens').addEventListener('click', () => {
	act(async () => {
		const { expired } = await call('POST', 'oauth/expire');
		return `${expired} access tokens expired`;
	});
});

function resend(webhookId) {
	act(async () => {
		await call('POST', `webhooks/${webhookId}/resend`);
		return 'Webhook sent once more';
	});
}

onSubmit('data-form', async ({ count }) => {
	const { added } = await call('POST', 'contacts', { count: Number(count.value) });
	return `${added} contacts added`;
});

byId('clear-faults').addEventListener('click', () => {
	act(async () => {
		await call('DELETE', 'faults');
		return 'Faults removed';
	});
});

byId('reset').addEventListener('click', () => {
	if (!window.confirm('Delete all contacts, tasks, notes and the request log?')) return;
	act(async () => {
		await call('POST', 'reset');
		return 'Back to the seed state';
	});
});

for (const [kind, text] of Object.entries(FAULTS)) {
	document.forms['fault-form'].elements.kind.append(element('option', { text }));
	document.forms['fault-form'].elements.kind.lastElementChild.value = kind;
}
