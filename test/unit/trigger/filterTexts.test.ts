import type { IDataObject } from 'n8n-workflow';
import { filtersOf } from '../../../nodes/WtsChat/trigger/filters';
import { chosen, passes } from './chosen';

const changes = (...properties: string[]) => ({
	changeMetadata: { changes: properties.map((property) => ({ property })) },
});

describe('a phone number', () => {
	const SAME = ['+55|11999990001', '5511999990001', '551199990001', '+5511999990001'];

	test.each(['+55 11 99999-0001', '(11) 99999-0001', '5511999990001', '11 9999-0001'])(
		'is one, whether somebody writes %s or the API what it likes',
		(written) => {
			const form = { filters: { phoneNumbers: written } };
			const found = SAME.map((phonenumber) => passes(form, 'CONTACT_NEW', { phonenumber }));
			expect(found).toEqual(SAME.map(() => true));
		},
	);

	test.each([
		['@null', null],
		['@undefined', undefined],
		['@5', 5],
	])('%s is nobody whose name is %j', (phoneNumbers, instagram) => {
		expect(passes({ filters: { phoneNumbers } }, 'CONTACT_NEW', { instagram })).toBe(false);
	});
});

describe('the text', () => {
	const saying = (text: unknown, filters: IDataObject, options = {}, type = 'TEXT') =>
		passes({ filters, options }, 'MESSAGE_RECEIVED', { type, text } as IDataObject);

	test.each([
		['quero SAIR', undefined, true],
		['quero SAIR', 'word', true],
		['sairei', undefined, false],
		['sairei', 'part', true],
		['quero sair', 'all', false],
		['Não quero mais!', 'all', true],
		['Oi', undefined, false],
		['', 'part', false],
	])('%j, looked at as %s, passes: %s', (text, textMatchesAs, isPassing) => {
		const filters = { textMatches: 'sair, nao quero mais', textMatchesAs };
		expect(saying(text, filters)).toBe(isPassing);
		expect(filtersOf(chosen({ filters })).ofText({ text })).toBe(isPassing);
	});

	test.each([null, undefined, 5, ['sair']])('of what says %j has no words', (text) => {
		expect(saying(text, { textMatches: 'sair,5', textMatchesAs: 'part' })).toBe(false);
		expect(saying(text, {})).toBe(true);
	});

	test('of an audio is looked at where its words are not awaited', () => {
		const filters = { textMatches: 'sair' };
		expect(saying(null, filters, { useTranscription: true }, 'AUDIO')).toBe(true);
		expect(saying(null, filters, { useTranscription: true })).toBe(false);
		expect(saying(null, filters, {}, 'AUDIO')).toBe(false);
	});
});

describe('updates by what they changed', () => {
	const form = { filters: { changedProperties: 'Status, departmentId' } };

	test.each<[boolean, string[]]>([
		[true, ['status']],
		[true, ['tags', 'DEPARTMENTID']],
		[false, ['tags', 'userId']],
		[true, []],
	])('pass: %s, where they tell of %j', (isPassing, changed) => {
		expect(passes(form, 'SESSION_UPDATE', {}, changes(...changed))).toBe(isPassing);
		expect(passes({}, 'SESSION_UPDATE', {}, changes(...changed))).toBe(true);
	});

	test('pass where they do not tell', () => {
		expect(passes(form, 'SESSION_UPDATE')).toBe(true);
	});
});
