// Rows of the page's lists, and how the feed fills them.

Object.assign(FAULTS, {
	tokenExpired: '401, as if the token had expired',
	refused: '200 with an error in it',
	controlCharacters: 'control characters in texts',
	truncated: 'half of the response',
	brokenEncoding: 'letters that are not UTF-8',
});

function contactRow(contact) {
	const { key, name } = contact;
	return element(
		'tr',
		{ title: key },
		element('td', {}, line(name || '(no name)'), line(contact.email), line(contact.phone, 'line number')),
		element(
			'td',
			{},
			line([key, contact.details].filter(Boolean).join(', '), 'line note'),
			...contact.categories.map((category) => line(category, 'tag')),
			...contact.customData.map((entry) => line(entry)),
		),
		element(
			'td',
			{},
			line(clock(contact.updated), 'line time'),
			element(
				'div',
				{ class: 'buttons' },
				button('Edit', `Change ${name} by hand`, () => editContact(contact)),
				button('Note', `Write a note about ${name} by hand`, () => noteAbout(key)),
				button('Task', `Add a task for ${name} by hand`, () => taskFor(key)),
			),
		),
	);
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
	showContacts(feed, contactRow);
	fill('activities', feed.activities, (activity) => activityRow(activity, openActivity));
	fill('requests', feed.requests, requestRow);
	fill('registrations', feed.registrations, registrationRow);
	fill('webhooks', feed.webhooks, webhookRow);
	showFaults(feed.faults, feed.settings);
	offerTeam(feed.team);
}
