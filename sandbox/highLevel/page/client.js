// Rows of the page's lists, and how the feed fills them.

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

function installRow(install) {
	return element('li', {}, line(install.place), line(`${install.app}, ${clock(install.at)}`, 'line note'));
}

function show(feed) {
	fillCounters(feed.counters);
	fill('contacts', feed.contacts, contactRow);
	fill('activities', feed.activities, activityRow);
	fill('requests', feed.requests, requestRow);
	fill('installs', feed.installs, installRow);
	fill('webhooks', feed.webhooks, webhookRow);
	const { searchDelayMs } = feed.settings;
	const lags = searchDelayMs > 0 ? [`searches lag by ${searchDelayMs} ms`] : [];
	showFaults(feed.faults, feed.settings, lags);
}
