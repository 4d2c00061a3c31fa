import { idIn } from '../../../nodes/core/editor/locator';
import { contactLocator } from '../../../nodes/GoHighLevel/pickers/locators';

const PAGE = 'app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/contacts/detail/ocQHyuzHvysMo5N5VsXc';

test.each([PAGE, `https://${PAGE}`, `<https://${PAGE}>`, `<${PAGE}>`, ` ${PAGE}?tab=notes `])(
	'the id is taken out of the address %s',
	(address) => expect(idIn(address, contactLocator)).toBe('ocQHyuzHvysMo5N5VsXc'),
);

test('an id without an address stays as it is', () => {
	expect(idIn('contact.key', contactLocator)).toBe('contact.key');
});
