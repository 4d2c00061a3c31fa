// Keeps the page up to date.

async function refresh() {
	const connection = byId('connection');
	try {
		const feed = await call('GET', openId ? `feed?open=${encodeURIComponent(openId)}` : 'feed');
		showTeammates(feed);
		showConversations(feed);
		showHead(feed);
		showMessages(feed);
		showPanel(feed);
		connection.textContent = feed.url;
		connection.className = 'note';
	} catch {
		connection.textContent = 'The sandbox does not answer';
		connection.className = 'note lost';
	}
}

async function poll() {
	await refresh();
	setTimeout(poll, POLL_MS);
}

byId('search').addEventListener('input', () => void refresh());
void poll();
