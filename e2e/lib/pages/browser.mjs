import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { chromium, selectors } from 'playwright-core';

import { cacheFolder, rootFolder } from '../../../scripts/lib/paths.mjs';
import { Advice } from '../../../scripts/lib/say.mjs';
import { RENEWS_PICTURES } from '../ports.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MACOS_PROGRAM = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

// n8n's editor marks its elements so.
selectors.setTestIdAttribute('data-test-id');

const picturesFolder = RENEWS_PICTURES
	? join(rootFolder, 'docs', 'images')
	: join(cacheFolder, 'screenshots');

/** @returns {string} the path of an installed Chromium or Chrome */
export function findChromium() {
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
	const candidates = [
		process.env.CHROMIUM_PATH,
		...PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))),
		MACOS_PROGRAM,
	];
	const found = candidates.find((candidate) => candidate && existsSync(candidate));
	if (found) return found;
	throw new Advice(
		'The browser tests need Chromium or Chrome, and none was found. Install it (Debian, Ubuntu: ' +
			'"apt-get install chromium"), or set CHROMIUM_PATH to its program.',
	);
}

/** A headless browser with one page, and a place for its pictures. */
export class Browser {
	static async open() {
		const profile = mkdtempSync(join(tmpdir(), 'n8n-e2e-chromium-'));
		const context = await chromium.launchPersistentContext(profile, {
			executablePath: findChromium(),
			headless: true,
			viewport: { width: 1440, height: 900 },
			args: [
				...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
				...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
			],
		});
		return new Browser(context, profile);
	}

	/** @private */
	constructor(context, profile) {
		this.#context = context;
		this.#profile = profile;
		this.page = context.pages()[0];
		// A busy machine draws slowly.
		this.page.setDefaultTimeout(60_000);
	}

	#context;
	#profile;

	/** Another page of the same browser, for something that is not n8n. */
	async newPage() {
		return await this.#context.newPage();
	}

	/**
	 * @param {string} name the file's name without ending
	 * @param {{ page?: import('playwright-core').Page, of?: import('playwright-core').Locator, fullPage?: boolean }} [options]
	 */
	async picture(name, { page = this.page, of, fullPage = false } = {}) {
		mkdirSync(picturesFolder, { recursive: true });
		const path = join(picturesFolder, `${name}.png`);
		await (of ? of.screenshot({ path }) : page.screenshot({ path, fullPage }));
		return path;
	}

	async close() {
		await this.#context.close();
		rmSync(this.#profile, { recursive: true, force: true });
	}
}
