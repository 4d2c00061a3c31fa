// Settings of the sandbox, and data to try it with.

const WEBHOOK_SWITCHES = ['groups', 'specificTypes', 'duplicates', 'outOfOrder'];
const SWITCHES = ['rawControlCharacters', 'strictVerbs', 'emptyClearsField'];

function showSettings(settings) {
	const { elements } = byId('settings-form');
	elements.latencyMs.value = settings.latencyMs;
	elements.contactOrder.value = settings.contactOrder;
	elements.deleteRequestType.value = settings.deleteRequestType;
	elements.editCustomDataVerb.value = settings.editCustomDataVerb;
	elements.homePhoneName.value = settings.homePhoneName;
	for (const name of SWITCHES) elements[name].checked = settings[name];
	const app = byId('app-form').elements;
	app.accessTokenLifetimeS.value = settings.accessTokenLifetimeS;
	app.refreshGraceMs.value = settings.refreshGraceMs;
	app.rotateRefreshTokens.checked = settings.rotateRefreshTokens;
	app.maxRetries.value = settings.webhooks.maxRetries;
	for (const name of WEBHOOK_SWITCHES) app[name].checked = settings.webhooks[name];
}

const switched = (fields, names) => Object.fromEntries(names.map((name) => [name, fields[name].checked]));

onSubmit('settings-form', async (fields) => {
	await call('PATCH', 'settings', {
		latencyMs: Number(fields.latencyMs.value),
		contactOrder: fields.contactOrder.value,
		deleteRequestType: fields.deleteRequestType.value,
		editCustomDataVerb: fields.editCustomDataVerb.value,
		homePhoneName: fields.homePhoneName.value,
		...switched(fields, SWITCHES),
	});
	return 'Settings applied';
});

onSubmit('app-form', async (fields) => {
	await call('PATCH', 'settings', {
		accessTokenLifetimeS: Number(fields.accessTokenLifetimeS.value),
		refreshGraceMs: Number(fields.refreshGraceMs.value),
		rotateRefreshTokens: fields.rotateRefreshTokens.checked,
		webhooks: {
			maxRetries: Number(fields.maxRetries.value),
			...switched(fields, WEBHOOK_SWITCHES),
		},
	});
	return 'Settings applied';
});

onSubmit('data-form', async ({ count }) => {
	const body = { count: Number(count.value), notes: 1, tasks: 1 };
	const { added } = await call('POST', 'contacts', body);
	return `${added} contacts added, each with a note and a task`;
});

void offerValues();
offerControls();
void watch();
