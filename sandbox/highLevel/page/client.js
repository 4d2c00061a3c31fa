// Rows of the page's lists, and how the feed fills them.

function contactRow(contact) {
	const tags = contact.tags.map((tag) => line(tag, 'tag'));
	const fields = contact.customFields.map(({ name, value }) => line(`${name}: ${value}`));
	const edit = button('Edit', `Work on ${contact.name} by hand`, () => workOn(contact.fields));
	return element(
		'tr',
		{ title: contact.id },
		element('td', {}, line(contact.name || '(no name)'), contact.editable && edit),
		element('td', {}, line(contact.email ?? ''), line(contact.phone ?? '', 'line number')),
		element('td', {}, ...tags),
		element('td', {}, ...fields),
		element('td', { text: clock(contact.updated), class: 'time' }),
	);
}

function installRow(install) {
	return element('li', {}, line(install.place), line(`${install.app}, ${clock(install.at)}`, 'line note'));
}

function show(feed) {
	fillCounters(feed.counters);
	showChoices(feed.choices);
	showContacts(feed, contactRow);
	fill('activities', feed.activities, (activity) => activityRow(activity, openActivity));
	fill('requests', feed.requests, requestRow);
	fill('installs', feed.installs, installRow);
	fill('webhooks', feed.webhooks, webhookRow);
	const { searchDelayMs } = feed.settings;
	const lags = searchDelayMs > 0 ? [`searches see changes after ${searchDelayMs} ms`] : [];
	showFaults(feed.faults, feed.settings, lags);
}
