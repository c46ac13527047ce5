import { choice, choices } from '../../../nodes/WtsChat/fields/kinds/choice';
import { blanks, look, read, readOfModel, refusal } from './support';

const options = [
	{ name: 'Completed', value: 'COMPLETED' as const },
	{ name: 'Pending', value: 'PENDING' as const },
];
const one = choice({ ...look, options, default: 'PENDING' });
const several = choices({ ...look, options });

const REFUSED = {
	message: "'Any Field' has to be one of COMPLETED, PENDING",
	remedy: 'Its value is now "completed".',
};

describe('a choice', () => {
	test.each(blanks)('is blank where it is %j', (blank) => {
		expect(read(one, blank)).toBeUndefined();
	});

	test('is one of the options', () => {
		expect(read(one, ' COMPLETED ')).toBe('COMPLETED');
	});

	test('outside of the options is refused with those that are known', () => {
		expect(refusal(one, 'completed')).toMatchObject(REFUSED);
	});

	test.each(['"', "'", '`'])('stands between the %s of a model', (mark) => {
		expect(readOfModel(one, ` ${mark}COMPLETED${mark}\n`)).toBe('COMPLETED');
		const written = `${mark}PENDING${mark}, ${mark}COMPLETED${mark}`;
		expect(readOfModel(several, written)).toEqual(['PENDING', 'COMPLETED']);
	});
});

describe('several choices', () => {
	test.each<[unknown, string[] | undefined]>([
		[
			['PENDING', 'COMPLETED'],
			['PENDING', 'COMPLETED'],
		],
		['PENDING, COMPLETED', ['PENDING', 'COMPLETED']],
		[['PENDING', 'PENDING'], ['PENDING']],
		...[...blanks, []].map((blank): [unknown, undefined] => [blank, undefined]),
	])('given as %j are %j', (given, chosen) => {
		expect(read(several, given)).toEqual(chosen);
	});

	test('are refused for the one that is outside of the options', () => {
		expect(refusal(several, ['PENDING', 'completed'])).toMatchObject(REFUSED);
	});
});
