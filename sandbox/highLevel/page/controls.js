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

onSubmit('data-form', async ({ count }) => {
	const { added } = await call('POST', 'contacts', { count: Number(count.value) });
	return `${added} contacts added`;
});

void offerValues().then((values) => {
	const key = values.get('Public Key');
	const field = byId('app-form').elements.publicKey;
	field.value = key.value;
	onClick('copy-public-key', () => copy(field, key));
});

offerControls();
void watch();
