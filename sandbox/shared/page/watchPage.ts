import type { FastifyInstance } from 'fastify';
import type { PageValue } from './page';
import { servePage } from './page';

interface WatchPage {
	/** Where `forms.html`, `settings.html`, `own.css` and the scripts `client.js`, `manual.js` and `controls.js` lie. */
	folder: string;
	/** The product's name. */
	system: string;
	/** What is counted, by its name in the feed. */
	counters: Readonly<Record<string, string>>;
	/** Headings of the columns of the list of contacts. */
	contactColumns: readonly string[];
	/** What the middle list holds. */
	activities: string;
	/** The list below it: its name in the feed, and what it says when it is empty. */
	third: { id: string; title: string; empty: string };
	/** What the page calls what the sandbox sends. */
	sent: 'webhooks' | 'events';
	/** How the form for faults asks which requests are meant. */
	faultPath: { label: string; example: string };
	/** Further markup, by the comment that it takes the place of. */
	markup?: Readonly<Record<string, string>>;
	values: () => PageValue[];
	/** What the page shows now. @param find what a person looks for among the contacts */
	feed: (find: string) => object;
}

/** Serves a page on which a person watches a sync, and does by hand what a user of the product does, and the feed that
 * it polls. */
export function serveWatchPage(app: FastifyInstance, page: WatchPage): void {
	const { folder, system, counters, contactColumns, activities, third, sent, faultPath, values } = page;
	servePage(app, {
		folder,
		start: 'watch.html',
		values,
		markup: {
			system,
			activities,
			sent,
			counters: Object.entries(counters)
				.map(([id, label]) => `<div><dt>${label}</dt><dd id="count-${id}">0</dd></div>`)
				.join(''),
			'contact-columns': contactColumns.map((heading) => `<th>${heading}</th>`).join(''),
			third: third.id,
			'third-title': third.title,
			'third-empty': third.empty,
			'fault-label': faultPath.label,
			'fault-example': faultPath.example,
			...page.markup,
		},
	});
	app.get('/__sandbox/feed', { config: { ownControl: true } }, (request) =>
		page.feed((request.query as { find?: string }).find ?? ''),
	);
}
