import '../../../support/environment';

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { checkLive } from './checkLive';
import { reportOf } from './report';
import { ROOT } from '../../../support/paths';

const REPORT = resolve(ROOT, '.cache/check-live.md');

const HOW = `npm run check:live runs every reading operation in a real location of HighLevel.

  HIGHLEVEL_TOKEN        a private integration token of the location
  HIGHLEVEL_LOCATION_ID  the location's id (HighLevel: Settings > Business Profile)
  HIGHLEVEL_BASE_URL     only for a proxy

With "npm run check:live -- --write" it also makes, changes and deletes one contact of its own, with a task and a note.`;

void main().then((code) => process.exit(code));

async function main(): Promise<number> {
	const { HIGHLEVEL_TOKEN: token, HIGHLEVEL_LOCATION_ID: locationId, HIGHLEVEL_BASE_URL: base } = process.env;
	if (!token || !locationId) {
		console.error(HOW);
		return 1;
	}
	const account = {
		token,
		locationId,
		baseUrl: (base || 'https://services.leadconnectorhq.com').replace(/\/+$/, ''),
	};
	const findings = await checkLive(account, {
		write: process.argv.includes('--write'),
		say: (what) => console.log(`> ${what}`),
	});
	const report = reportOf(findings);
	mkdirSync(dirname(REPORT), { recursive: true });
	writeFileSync(REPORT, report);
	console.log(
		`\n${report}\nThe report is in ${REPORT}. It names no person; read it, then attach it to an issue.`,
	);
	return findings.outcomes.some(({ remark }) => remark === undefined) ? 0 : 1;
}
