import { expressionOf, isExpression, sourceOf } from './expressions';
import {
	chosen,
	fields,
	flag,
	group,
	json,
	phone,
	required,
	same,
	whenOn,
	type Field,
	type Part,
} from './fields';
import type { OldParameters } from './oldParameters';
import { say } from './sentences';
import { isRecord } from '../../nodes/WtsChat/transport/records';

/** The channel: the old node named it by its ID, the new one by its number or user. */
export const from: Field = chosen((old) => {
	const channel = old.value('channelId');
	if (channel !== undefined) {
		old.look(
			say`The old node named the channel by its ID; here it is named by its phone number or @user. Until you choose it, the node stops with an error, so that nothing goes out through a wrong channel.`,
			say`Open the node and choose the channel in 'From'; in an expression, give its number.`,
		);
	}
	return channel;
}, 'number');

/** The chatbot of a message: the old node gave its ID, where the API asks for its key. */
const bot: Field = chosen((old) => {
	const botId = old.value('botId');
	if (botId !== undefined) {
		old.look(
			say`The old node named the chatbot by its ID; the API asks for its key, which is another one.`,
			say`Open the node and choose the chatbot again in 'Options → Chatbot'.`,
		);
	}
	return botId;
});

/** A user counted only together with a department. */
export const userOfDepartment: Field = (old) => {
	const user = old.value('userIdByDepartment');
	return old.value('departmentId') === undefined ? undefined : user;
};

/** Sender, recipient and options of a message to a contact. */
export const toContact: Part = fields({
	from,
	to: required(chosen(phone('numberToSend'), 'phone'), 'To'),
	simplify: () => false,
	options: group({
		botKey: bot,
		departmentId: chosen(same('departmentId')),
		enableBot: flag('enableBot'),
		forceStartSession: flag('forceStartSession'),
		hiddenSession: flag('hiddenSession'),
		userId: chosen(userOfDepartment),
		waitForResult: whenOn('synchronousMessage'),
	}),
});

/** The file of a message, or of a template that may have one: of the item where a field is named, else by its address. */
export function file(owner: 'message' | 'template'): Part {
	return (old) => {
		const field = old.value('fileToSend');
		const url = old.value('urlFile');
		if (field !== undefined) {
			if (url !== undefined) {
				old.look(
					say`Both a file of the item and an address were given; as in the old node, the file of the item is sent.`,
					say`Nothing, unless you meant the address.`,
				);
			}
			return owner === 'template'
				? { templateFileSource: 'binary', templateBinaryPropertyName: field }
				: { fileSource: 'binary', binaryPropertyName: field };
		}
		if (url === undefined) {
			if (owner === 'message') {
				old.look(say`The old node had no file to send.`, say`Choose one in 'File Source'.`);
			}
			return {};
		}
		if (owner === 'message') return { fileSource: 'url', fileUrl: url };
		if (isExpression(url)) {
			old.look(
				say`The address of the file is an expression. Where it gives nothing, this node stops with an error; the old one sent the template without a file.`,
				say`Give 'Template File Source' an expression, too: one that gives url or none.`,
			);
		}
		return { templateFileSource: 'url', templateFileUrl: url };
	};
}

/** A template; its value in the old node was a JSON text with the ID in it. */
export function template(name: string, parameters: string): Part {
	return fields({
		content: () => 'template',
		templateId: chosen((old) => templateIn(old, name)),
		specifyParameters: () => 'json',
		templateParametersJson: json(parameters, { counts: 'first' }),
	});
}

function templateIn(old: OldParameters, name: string): unknown {
	const value = old.value(name);
	if (value === undefined) {
		old.look(say`The old node had no template.`, say`Choose one in 'Template'.`);
		return undefined;
	}
	if (isExpression(value)) {
		old.look(
			say`The template comes from an expression that gives a JSON text, from which the ID is taken.`,
			say`Let the expression in 'Template' give the ID alone; that is all it takes here.`,
		);
		return expressionOf(`JSON.parse(${sourceOf(value)}).id`);
	}
	const described = parsed(String(value));
	if (isRecord(described) && typeof described.id === 'string') return described.id;
	old.look(
		say`The template was not given in the way the old node wrote it; its value is taken as the ID.`,
		say`Choose the template again in 'Template'.`,
	);
	return value;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
