// Rows of the page's lists, and how the feed fills them.

Object.assign(FAULTS, {
	tokenExpired: '401, as if the token had expired',
	refused: '200 with an error in it',
	controlCharacters: 'control characters in texts',
	truncated: 'half of the answer',
	brokenEncoding: 'letters that are no UTF-8',
});

function button(text, title, action) {
	const made = element('button', { text, title });
	made.type = 'button';
	made.addEventListener('click', action);
	return made;
}

function contactRow(contact) {
	const edit = button('Edit', `Change ${contact.name} by hand`, () => editContact(contact));
	return element(
		'tr',
		{ title: contact.key },
		element('td', {}, line(contact.name || '(no name)'), line(contact.details, 'line note')),
		element('td', {}, line(contact.email), line(contact.phone, 'line number')),
		element('td', {}, ...contact.categories.map((name) => line(name, 'tag'))),
		element('td', {}, ...contact.customData.map((entry) => line(entry))),
		element('td', { text: clock(contact.updated), class: 'time' }),
		element('td', {}, edit),
	);
}

function ownActivityRow(activity) {
	const row = activityRow(activity);
	const edit = button('Edit', `Change this ${activity.kind} by hand`, () => {
		if (activity.kind === 'task') editTask(activity);
		else editNote(activity);
	});
	const text = element('div', {}, ...row.childNodes);
	row.replaceChildren(text, element('div', { class: 'buttons' }, edit));
	return row;
}

function registrationRow(registration) {
	return element(
		'li',
		{ title: registration.key },
		line(registration.event, 'kind'),
		line(`${registration.status}, ${registration.host}`, 'line note'),
	);
}

function show(feed) {
	fillCounters(feed.counters);
	fill('contacts', feed.contacts, contactRow);
	fill('activities', feed.activities, ownActivityRow);
	fill('requests', feed.requests, requestRow);
	fill('registrations', feed.registrations, registrationRow);
	fill('webhooks', feed.webhooks, webhookRow);
	showFaults(feed.faults, feed.settings);
	offerTeam(feed.team);
}
