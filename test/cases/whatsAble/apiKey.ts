import type { WhatsAbleCase } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases: Record<string, WhatsAbleCase> = {
	check: { example: { parameters: { options: { timeout: 10_000 } } }, wrong: wrongTimeout(0) },
};
