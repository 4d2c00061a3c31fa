import { DEMO } from '../../support/whatsAble';
import type { WhatsAbleCase } from '../case';
import { listed } from '../whatsAbleFields';
import { wrongLimit } from '../wrongValues';

export const cases: Record<string, WhatsAbleCase> = {
	getAll: { example: { apiKey: DEMO.keys.whatsable, parameters: listed }, wrong: wrongLimit(1.5) },
};
