import { contactSearches } from '../../../nodes/WtsChat/pickers/contacts';

test.each<[string | undefined, object[]]>([
	[undefined, [{ textFilter: undefined }]],
	['', [{ textFilter: '' }]],
	['Ana', [{ textFilter: 'Ana' }]],
	// too few digits for a number, and text with digits in it
	['24', [{ textFilter: '24' }]],
	['Loja 123', [{ textFilter: 'Loja 123' }]],
	['90000-0001', [{ textFilter: '900000001' }]],
	['(11) 90000-0001', [{ textFilter: '11900000001' }, { phoneNumber: '5511900000001' }]],
])('what finds contacts by %j', (typed, bodies) => {
	expect(contactSearches(typed).map(({ body }) => body)).toEqual(bodies);
});

test('a search of contacts changes nothing, so one that is lost is made again', () => {
	for (const request of contactSearches('(11) 90000-0001')) expect(request.readOnly).toBe(true);
});
