import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #343b45); --faint: light-dark(#5a6472, #9aa5b3); --accent: light-dark(#1257b8, #7db4ff); }
body { margin: 0; padding: 1.5rem; background: light-dark(#f4f5f7, #14171c); color: light-dark(#1a1e24, #e8ebef); font: 1rem/1.4 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem; border: 1px solid var(--line); border-radius: 0.5rem; background: light-dark(#fff, #1d2229); }
h1 { margin: 0 0 1rem; font-size: 1.4rem; overflow-wrap: anywhere; }
ul { columns: 2; margin: 0 0 1rem; padding-left: 1.2rem; font-size: 0.9rem; overflow-wrap: anywhere; }
fieldset { padding: 0.5rem; border: 1px solid var(--line); border-radius: 0.35rem; }
.choices { max-height: 40vh; overflow: auto; }
label { display: block; padding: 0.4rem; cursor: pointer; }
label:has(:disabled) { opacity: 0.6; cursor: default; }
.detail, .note { color: var(--faint); }
.buttons { display: flex; gap: 0.75rem; margin-top: 1rem; }
button { padding: 0.5rem 1.25rem; border: 1px solid var(--line); border-radius: 0.35rem; background: transparent; color: inherit; font: inherit; cursor: pointer; }
#allow { border-color: var(--accent); font-weight: 600; }
button:hover, button:focus-visible { border-color: var(--accent); }
`;

/** A page of one card, such as the one on which a person lets an app in.
 * @param content markup
 * @param nonce lets the page's own style through its policy
 * @param note markup of the last line */
export function cardPage(title: string, nonce: string, content: string, note: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(title)}</title>
<link rel="icon" href="data:," />
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${content}
<p class="note">${note}</p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as markup that shows it. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Answers with a page that may load nothing and be shown in no frame.
 * @param formAction where forms may lead */
export function sendCardPage(
	reply: FastifyReply,
	formAction: string,
	page: (nonce: string) => string,
): FastifyReply {
	const nonce = randomBytes(16).toString('base64');
	const policy = [
		"default-src 'none'",
		`style-src 'nonce-${nonce}'`,
		'img-src data:',
		"base-uri 'none'",
		`form-action ${formAction}`,
		"frame-ancestors 'none'",
	];
	return reply
		.type('text/html; charset=utf-8')
		.headers({
			'Content-Security-Policy': policy.join('; '),
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
			// With a stricter one, browsers hide from the form's target that it comes from this page.
			'Referrer-Policy': 'same-origin',
		})
		.send(page(nonce));
}
